package io.traitgate.local.stores;

import io.traitgate.local.process.Startable;

/** A store run as a child process, its data outliving it. */
public sealed interface StoreServer extends Startable permits PostgreSqlServer, RedisServer, KafkaServer {
    /** Ends it at once, for data that nobody needs any more. */
    void discard();
}
