@NullMarked
package io.traitgate.session.erasure;

import org.jspecify.annotations.NullMarked;
