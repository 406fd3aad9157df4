/**
 * Builds what is stale, with readable progress, and runs the tests.
 *
 * <p>The entry script runs {@link io.traitgate.local.build.BuildTool} from its source when nothing has been built yet, so this
 * package uses the JDK and nothing else.
 */
@NullMarked
package io.traitgate.local.build;

import org.jspecify.annotations.NullMarked;
