/** A bounded worker pool for work that needs a core, with admission by estimated wait. */
@NullMarked
package io.traitgate.inference.lane;

import org.jspecify.annotations.NullMarked;
