package io.traitgate.local.stores;

import java.net.URI;

/**
 * How to reach the three stores, local or external.
 *
 * @param redis {@code redis://[:password@]host:port[/database]}
 * @param kafka bootstrap servers, {@code host:port[,host:port...]}
 */
public record StoreAccess(PostgreSqlAccess postgreSql, URI redis, String kafka) {
    /** Without the credentials in the addresses. */
    @Override
    public String toString() {
        return "PostgreSQL " + postgreSql + ", Redis " + redis.getHost() + ":" + redis.getPort() + ", Kafka " + kafka;
    }
}
