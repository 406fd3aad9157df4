/** {@code /v1/face/auth}. */
@NullMarked
package io.traitgate.face.service.authentication;

import org.jspecify.annotations.NullMarked;
