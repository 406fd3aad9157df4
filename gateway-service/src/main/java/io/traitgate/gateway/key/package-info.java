/** Application keys, in memory. */
@NullMarked
package io.traitgate.gateway.key;

import org.jspecify.annotations.NullMarked;
