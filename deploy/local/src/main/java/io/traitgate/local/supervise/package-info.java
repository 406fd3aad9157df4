/** Keeps processes running, and tells how they are: to a display, and through a file to the other commands. */
@NullMarked
package io.traitgate.local.supervise;

import org.jspecify.annotations.NullMarked;
