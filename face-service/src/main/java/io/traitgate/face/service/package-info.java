/** The service behind {@code /v1/face}. */
@NullMarked
package io.traitgate.face.service;

import org.jspecify.annotations.NullMarked;
