/** Erasing people everywhere, and telling what is held of them. */
@NullMarked
package io.traitgate.console.erasure;

import org.jspecify.annotations.NullMarked;
