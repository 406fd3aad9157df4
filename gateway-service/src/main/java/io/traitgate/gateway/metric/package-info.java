/** The figures of the gateway. */
@NullMarked
package io.traitgate.gateway.metric;

import org.jspecify.annotations.NullMarked;
