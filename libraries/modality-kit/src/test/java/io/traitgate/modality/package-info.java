/** Tests. */
@NullMarked
package io.traitgate.modality;

import org.jspecify.annotations.NullMarked;
