/** The service's side of decoding: worker processes, how they are confined, and the queue in front of them. */
@NullMarked
package io.traitgate.media.pool;

import org.jspecify.annotations.NullMarked;
