package io.traitgate.media.pool;

import java.io.IOException;

/** Starts worker processes that speak {@link io.traitgate.media.protocol.Wire} over their standard streams. */
@FunctionalInterface
interface WorkerLauncher {
    Process launch() throws IOException;
}
