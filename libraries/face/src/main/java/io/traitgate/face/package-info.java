/** From pixels to an accepted face, its embedding and a score; the same classes serve calls and offline figures. */
@NullMarked
package io.traitgate.face;

import org.jspecify.annotations.NullMarked;
