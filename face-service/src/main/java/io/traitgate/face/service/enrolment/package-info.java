/** {@code /v1/face/enroll}, and the template builds that follow. */
@NullMarked
package io.traitgate.face.service.enrolment;

import org.jspecify.annotations.NullMarked;
