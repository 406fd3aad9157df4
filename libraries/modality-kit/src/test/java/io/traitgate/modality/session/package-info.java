/** Tests. */
@NullMarked
package io.traitgate.modality.session;

import org.jspecify.annotations.NullMarked;
