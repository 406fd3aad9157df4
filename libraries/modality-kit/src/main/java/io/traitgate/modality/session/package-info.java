/** Sessions in Redis, sealed, bound to application and person. */
@NullMarked
package io.traitgate.modality.session;

import org.jspecify.annotations.NullMarked;
