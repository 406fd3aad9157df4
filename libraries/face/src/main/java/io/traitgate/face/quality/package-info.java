/** Whether a face is good enough, and why not. */
@NullMarked
package io.traitgate.face.quality;

import org.jspecify.annotations.NullMarked;
