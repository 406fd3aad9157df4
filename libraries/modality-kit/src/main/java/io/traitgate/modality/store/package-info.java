/** What it means that a store cannot be reached. */
@NullMarked
package io.traitgate.modality.store;

import org.jspecify.annotations.NullMarked;
