/** Removing what Redis holds of people who are erased. */
@NullMarked
package io.traitgate.modality.erasure;

import org.jspecify.annotations.NullMarked;
