/** Bodies, received within limits and out of one budget of memory. */
@NullMarked
package io.traitgate.gateway.body;

import org.jspecify.annotations.NullMarked;
