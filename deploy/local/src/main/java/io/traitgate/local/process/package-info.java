/** Child processes: started with a log file, watched until ready, recorded so that a later launcher finds leftovers, stopped in time. */
@NullMarked
package io.traitgate.local.process;

import org.jspecify.annotations.NullMarked;
