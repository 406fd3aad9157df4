/** The running installation that benchmarks call. */
@NullMarked
package io.traitgate.benchmarks.installation;

import org.jspecify.annotations.NullMarked;
