/** Data keys of persons: what is sealed under them is gone when they are. */
@NullMarked
package io.traitgate.modality.seal;

import org.jspecify.annotations.NullMarked;
