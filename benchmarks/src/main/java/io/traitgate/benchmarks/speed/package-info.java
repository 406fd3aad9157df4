/** How much of the machine's speed is left between the bare pipeline and the API. */
@NullMarked
package io.traitgate.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
