@NullMarked
package io.traitgate.keys;

import org.jspecify.annotations.NullMarked;
