/** Figures of the face engine: calibration, accuracy, quality gates, speed. */
@NullMarked
package io.traitgate.benchmarks.face;

import org.jspecify.annotations.NullMarked;
