/** Paths as clients see them. */
@NullMarked
package io.traitgate.gateway.path;

import org.jspecify.annotations.NullMarked;
