/** {@code /v1/face/delete}. */
@NullMarked
package io.traitgate.face.service.deletion;

import org.jspecify.annotations.NullMarked;
