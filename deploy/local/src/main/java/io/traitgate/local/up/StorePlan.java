package io.traitgate.local.up;

import io.traitgate.local.Home;
import io.traitgate.local.stores.Durability;
import io.traitgate.local.stores.KafkaPorts;
import io.traitgate.local.stores.KafkaServer;
import io.traitgate.local.stores.PostgreSqlAccess;
import io.traitgate.local.stores.PostgreSqlServer;
import io.traitgate.local.stores.RedisServer;
import io.traitgate.local.stores.StoreFolders;
import io.traitgate.local.stores.StorePorts;
import io.traitgate.local.stores.StoreServer;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Which stores are started here, and how to reach each, started here or not. */
final class StorePlan {
    private final Map<StoreServer, Integer> servers = new LinkedHashMap<>();
    private final Supplier<PostgreSqlAccess> postgreSql;
    private final URI redis;
    private final String kafka;
    private final String database;

    StorePlan(Home home, StorePorts ports, ExternalStores external, Detours detours) {
        StoreFolders folders = new StoreFolders(home.data(), home.run(), home.logs(), home.binaries());
        this.postgreSql = external.postgreSql()
                .<Supplier<PostgreSqlAccess>>map(access -> () -> access)
                .orElseGet(() ->
                        add(new PostgreSqlServer(folders, ports.postgreSql(), Durability.FULL), ports.postgreSql())
                                ::access);
        this.redis = external.redis()
                .orElseGet(() -> add(new RedisServer(folders, ports.redis(), Durability.FULL), ports.redis())
                        .access());
        this.kafka = external.kafka()
                .orElseGet(() -> add(
                                new KafkaServer(
                                        folders,
                                        home.brokerJars(),
                                        new KafkaPorts(
                                                ports.kafka(),
                                                ports.kafkaController(),
                                                detours.port("kafka", ports.kafka())),
                                        Optional.of(home.caches())),
                                ports.kafka())
                        .access());
        this.database = external.postgreSql().map(PostgreSqlAccess::database).orElse(ExternalStores.DATABASE);
    }

    private <S extends StoreServer> S add(S server, int port) {
        servers.put(server, port);
        return server;
    }

    /** Those that are started here. */
    Collection<StoreServer> servers() {
        return servers.keySet();
    }

    /** Those that are started here, each with its port. */
    Map<StoreServer, Integer> ports() {
        return Map.copyOf(servers);
    }

    int port(StoreServer server) {
        return servers.getOrDefault(server, 0);
    }

    /** Known once PostgreSQL has been started for the first time. */
    PostgreSqlAccess postgreSql() {
        return postgreSql.get();
    }

    URI redis() {
        return redis;
    }

    String kafka() {
        return kafka;
    }

    /** The database that holds the schemas. */
    String database() {
        return database;
    }
}
