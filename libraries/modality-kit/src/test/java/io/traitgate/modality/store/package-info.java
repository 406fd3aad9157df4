/** Tests. */
@NullMarked
package io.traitgate.modality.store;

import org.jspecify.annotations.NullMarked;
