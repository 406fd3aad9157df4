/** Tests of the face service through its public door. */
@NullMarked
package io.traitgate.face.service.item;

import org.jspecify.annotations.NullMarked;
