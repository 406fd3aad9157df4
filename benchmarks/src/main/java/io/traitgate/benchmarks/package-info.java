/** The commands behind the figures of {@code docs/}. */
@NullMarked
package io.traitgate.benchmarks;

import org.jspecify.annotations.NullMarked;
