/** The enrolment status of a person in a module: derived, ordered, never moved back. */
@NullMarked
package io.traitgate.modality.status;

import org.jspecify.annotations.NullMarked;
