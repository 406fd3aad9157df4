/** Signed calls at a running installation, sent by a load tool: how fast it is, and how it bears more than it can do. */
@NullMarked
package io.traitgate.benchmarks.load;

import org.jspecify.annotations.NullMarked;
