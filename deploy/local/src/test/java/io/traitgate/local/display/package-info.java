@NullMarked
package io.traitgate.local.display;

import org.jspecify.annotations.NullMarked;
