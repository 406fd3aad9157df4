/** The figures that all modalities have. */
@NullMarked
package io.traitgate.modality.metric;

import org.jspecify.annotations.NullMarked;
