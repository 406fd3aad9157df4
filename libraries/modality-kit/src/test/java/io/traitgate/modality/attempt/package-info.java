/** Tests of attempts. */
@NullMarked
package io.traitgate.modality.attempt;

import org.jspecify.annotations.NullMarked;
