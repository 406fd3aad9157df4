/** The 468 points of a face. */
@NullMarked
package io.traitgate.face.mesh;

import org.jspecify.annotations.NullMarked;
