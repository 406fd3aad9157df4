@NullMarked
package io.traitgate.local;

import org.jspecify.annotations.NullMarked;
