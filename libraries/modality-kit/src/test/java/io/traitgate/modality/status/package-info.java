/** Tests. */
@NullMarked
package io.traitgate.modality.status;

import org.jspecify.annotations.NullMarked;
