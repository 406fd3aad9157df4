/** Geometry and resampling of pictures, in plain Java. */
@NullMarked
package io.traitgate.face.image;

import org.jspecify.annotations.NullMarked;
