/** Where the faces of a picture are. */
@NullMarked
package io.traitgate.face.detection;

import org.jspecify.annotations.NullMarked;
