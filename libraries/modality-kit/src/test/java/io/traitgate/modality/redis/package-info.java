/** Tests. */
@NullMarked
package io.traitgate.modality.redis;

import org.jspecify.annotations.NullMarked;
