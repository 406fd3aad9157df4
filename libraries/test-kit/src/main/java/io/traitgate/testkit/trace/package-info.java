/** A collector of traces for tests. */
@NullMarked
package io.traitgate.testkit.trace;

import org.jspecify.annotations.NullMarked;
