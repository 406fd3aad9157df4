package io.traitgate.local;

import io.traitgate.local.stores.PostgreSqlAccess;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The settings of one service, by the keys that every service understands. Holds secrets. */
public final class ServiceSettings {
    private static final Pattern NOT_A_NAME = Pattern.compile("[^A-Z0-9]");

    private final Map<String, String> values = new TreeMap<>();

    /** This service's own role. */
    public ServiceSettings postgreSql(PostgreSqlAccess database) {
        values.put("traitgate.postgresql.host", database.host());
        values.put("traitgate.postgresql.port", Integer.toString(database.port()));
        values.put("traitgate.postgresql.database", database.database());
        values.put("traitgate.postgresql.username", database.username());
        values.put("traitgate.postgresql.password", database.password());
        return this;
    }

    /** The address of Redis, with its password. */
    public ServiceSettings redis(URI address) {
        values.put("traitgate.redis.url", address.toString());
        return this;
    }

    /** Bootstrap servers. */
    public ServiceSettings kafka(String bootstrapServers) {
        values.put("traitgate.kafka.bootstrap-servers", bootstrapServers);
        return this;
    }

    /** Where its keysets are: its own folder, and the public bundle beside it. */
    public ServiceSettings keys(Path keysets, String service) {
        values.put("traitgate.keys.directory", keysets.resolve(service).toString());
        values.put("traitgate.keys.bundle", keysets.resolve("bundle").toString());
        return this;
    }

    /** Any other setting. */
    public ServiceSettings with(String key, String value) {
        values.put(key, value);
        return this;
    }

    /** By key. */
    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** As environment variables: upper case, every other character than letters and digits an underscore. */
    public Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        values.forEach((key, value) ->
                environment.put(NOT_A_NAME.matcher(key.toUpperCase(Locale.ROOT)).replaceAll("_"), value));
        return environment;
    }
}
