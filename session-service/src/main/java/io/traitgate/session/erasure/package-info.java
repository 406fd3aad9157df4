/** Erasing people here, and telling what is held of them. */
@NullMarked
package io.traitgate.session.erasure;

import org.jspecify.annotations.NullMarked;
