package io.traitgate.local.up;

import io.traitgate.local.stores.PostgreSqlAccess;
import java.net.URI;
import java.util.Map;

/**
 * Processes that the services reach through another port of this machine than their own, since something stands between: a
 * proxy that slows down or cuts connections, in tests. The launcher itself goes straight.
 *
 * @param ports by the name of the process; those that are not named have none
 */
record Detours(Map<String, Integer> ports) {
    Detours {
        ports = Map.copyOf(ports);
    }

    /** The port to be told to others for a process that listens on its own one. */
    int port(String process, int own) {
        return ports.getOrDefault(process, own);
    }

    /** The way into PostgreSQL. */
    PostgreSqlAccess postgreSql(PostgreSqlAccess direct) {
        return new PostgreSqlAccess(
                direct.host(),
                port("postgresql", direct.port()),
                direct.database(),
                direct.username(),
                direct.password());
    }

    /** The address of Redis. */
    URI redis(URI direct) {
        return ports.containsKey("redis")
                ? URI.create("redis://" + direct.getRawUserInfo() + "@" + direct.getHost() + ":" + ports.get("redis"))
                : direct;
    }

    /** Bootstrap servers of Kafka. */
    String kafka(String direct) {
        return ports.containsKey("kafka") ? "127.0.0.1:" + ports.get("kafka") : direct;
    }
}
