/** Tests. */
@NullMarked
package io.traitgate.modality.template;

import org.jspecify.annotations.NullMarked;
