/** Pictures for {@code docs/}. */
@NullMarked
package io.traitgate.benchmarks.chart;

import org.jspecify.annotations.NullMarked;
