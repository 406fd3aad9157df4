/** The way of a sample from an accepted request to a template; generic over the kind of sample. */
@NullMarked
package io.traitgate.modality.enrolment;

import org.jspecify.annotations.NullMarked;
