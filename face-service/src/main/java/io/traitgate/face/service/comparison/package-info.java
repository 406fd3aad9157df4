/** {@code /v1/face/compare}. */
@NullMarked
package io.traitgate.face.service.comparison;

import org.jspecify.annotations.NullMarked;
