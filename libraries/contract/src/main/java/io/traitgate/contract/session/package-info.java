/** Opening a session. */
@NullMarked
package io.traitgate.contract.session;

import org.jspecify.annotations.NullMarked;
