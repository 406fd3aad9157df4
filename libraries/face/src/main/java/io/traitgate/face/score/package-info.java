/** From embeddings to a calibrated score. */
@NullMarked
package io.traitgate.face.score;

import org.jspecify.annotations.NullMarked;
