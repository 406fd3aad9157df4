/** How often each key may call. */
@NullMarked
package io.traitgate.gateway.limit;

import org.jspecify.annotations.NullMarked;
