/** Redis as the modalities use it: scripts by digest, and the check that nothing is evicted or forgotten. */
@NullMarked
package io.traitgate.modality.redis;

import org.jspecify.annotations.NullMarked;
