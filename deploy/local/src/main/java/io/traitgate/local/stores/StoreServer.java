package io.traitgate.local.stores;

import io.traitgate.local.process.ChildProcess;

/** A store run as a child process: started once, stopped once, its data outliving it. */
public sealed interface StoreServer permits PostgreSqlServer, RedisServer, KafkaServer {
    /** Starts the store and returns when it answers. */
    ChildProcess start() throws InterruptedException;

    /** Stops it so that nothing acknowledged is lost. Does nothing when it does not run. */
    void stop();

    /** Ends it at once, for data that nobody needs any more. */
    void discard();
}
