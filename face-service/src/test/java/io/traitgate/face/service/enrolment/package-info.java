/** Tests of the face service through its public door. */
@NullMarked
package io.traitgate.face.service.enrolment;

import org.jspecify.annotations.NullMarked;
