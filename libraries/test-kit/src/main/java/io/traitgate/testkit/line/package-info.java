/** Lines between processes that tests can break. */
@NullMarked
package io.traitgate.testkit.line;

import org.jspecify.annotations.NullMarked;
