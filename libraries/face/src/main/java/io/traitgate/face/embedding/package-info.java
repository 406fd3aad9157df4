/** From a sample to the numbers that stand for a person. */
@NullMarked
package io.traitgate.face.embedding;

import org.jspecify.annotations.NullMarked;
