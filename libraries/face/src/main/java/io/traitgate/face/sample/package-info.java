/** What is kept of an accepted photo. */
@NullMarked
package io.traitgate.face.sample;

import org.jspecify.annotations.NullMarked;
