/** Puts networks, lanes and decoder workers together, from settings. */
@NullMarked
package io.traitgate.face.service.engine;

import org.jspecify.annotations.NullMarked;
