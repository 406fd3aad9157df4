/** Generations: what tells a record of before an erasure or a deletion from one of after it. */
@NullMarked
package io.traitgate.modality.generation;

import org.jspecify.annotations.NullMarked;
