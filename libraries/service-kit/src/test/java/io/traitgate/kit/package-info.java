@NullMarked
package io.traitgate.kit;

import org.jspecify.annotations.NullMarked;
