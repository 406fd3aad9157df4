/** The metrics of this module. */
@NullMarked
package io.traitgate.kit.metric;

import org.jspecify.annotations.NullMarked;
