/** {@code ./traitgate up}: from nothing to an API that answers. */
@NullMarked
package io.traitgate.local.up;

import org.jspecify.annotations.NullMarked;
