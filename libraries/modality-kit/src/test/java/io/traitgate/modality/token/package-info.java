/** Tests. */
@NullMarked
package io.traitgate.modality.token;

import org.jspecify.annotations.NullMarked;
