/** Tests. */
@NullMarked
package io.traitgate.modality.enrolment;

import org.jspecify.annotations.NullMarked;
