/** Templates and the samples they were built from, sealed, in PostgreSQL. */
@NullMarked
package io.traitgate.modality.template;

import org.jspecify.annotations.NullMarked;
