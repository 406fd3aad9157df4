/** The one place through which calls that change or consult a template pass. */
@NullMarked
package io.traitgate.modality.attempt;

import org.jspecify.annotations.NullMarked;
