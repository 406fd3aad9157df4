/** The verification stage, on the raw bytes. */
@NullMarked
package io.traitgate.gateway.signature;

import org.jspecify.annotations.NullMarked;
