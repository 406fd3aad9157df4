@NullMarked
package io.traitgate.local.up;

import org.jspecify.annotations.NullMarked;
