package io.traitgate.local.up;

import io.traitgate.local.stores.PostgreSqlAccess;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Stores of the user's own, named by environment variables, each used in place of the local one. The role for PostgreSQL must
 * be allowed to create roles and schemas in the database.
 */
record ExternalStores(Optional<PostgreSqlAccess> postgreSql, Optional<URI> redis, Optional<String> kafka) {
    static final String DATABASE = "traitgate";
    private static final String POSTGRESQL = "TRAITGATE_POSTGRESQL_";

    static ExternalStores from(Map<String, String> environment) {
        return new ExternalStores(
                Optional.ofNullable(environment.get(POSTGRESQL + "HOST")).map(host -> postgreSql(host, environment)),
                Optional.ofNullable(environment.get("TRAITGATE_REDIS_URL")).map(URI::create),
                Optional.ofNullable(environment.get("TRAITGATE_KAFKA_BOOTSTRAP_SERVERS")));
    }

    private static PostgreSqlAccess postgreSql(String host, Map<String, String> environment) {
        return new PostgreSqlAccess(
                host,
                Integer.parseInt(environment.getOrDefault(POSTGRESQL + "PORT", "5432")),
                environment.getOrDefault(POSTGRESQL + "DATABASE", DATABASE),
                environment.getOrDefault(POSTGRESQL + "USERNAME", "postgres"),
                environment.getOrDefault(POSTGRESQL + "PASSWORD", ""));
    }

    /** Whether a variable names a store or a secret of one, which no service is to see as it is. */
    static boolean isStoreVariable(String name) {
        return name.startsWith(POSTGRESQL)
                || name.startsWith("TRAITGATE_REDIS_")
                || name.startsWith("TRAITGATE_KAFKA_");
    }
}
