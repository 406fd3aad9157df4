/** {@code /v1/face/token}. */
@NullMarked
package io.traitgate.face.service.token;

import org.jspecify.annotations.NullMarked;
