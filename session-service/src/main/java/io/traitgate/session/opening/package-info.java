/** {@code POST /v1/sessions}: what clients send, read as leniently as they need it, and the session it opens. */
@NullMarked
package io.traitgate.session.opening;

import org.jspecify.annotations.NullMarked;
