package io.traitgate.testkit.line;

import io.traitgate.local.stores.PostgreSqlAccess;
import io.traitgate.testkit.TestInstallation;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Lines between a service under test and the stores of this test run, for its profile. */
public final class StoreLines {
    /** Name of the line to Redis. */
    public static final String REDIS = "redis";

    /** Name of the line to PostgreSQL, over which everything goes but migrations. */
    public static final String POSTGRESQL = "postgresql";

    private StoreLines() {}

    /** Settings by which the service reaches Redis and PostgreSQL over new lines; more can be put in. */
    public static Map<String, String> settings(String service) {
        TestInstallation stores = TestInstallation.shared();
        URI redis = stores.redis();
        PostgreSqlAccess database = stores.database(service);
        Line toRedis = new Line(REDIS, redis.getHost(), redis.getPort());
        Line toPostgreSql = new Line(POSTGRESQL, database.host(), database.port());
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.redis.hosts", redis.toString().replace(":" + redis.getPort(), ":" + toRedis.port()));
        settings.put(
                "quarkus.datasource.reactive.url",
                "vertx-reactive:postgresql://localhost:%d/%s".formatted(toPostgreSql.port(), database.database()));
        return settings;
    }

    /** Opens both lines. */
    public static void mend() {
        Line.put(REDIS, LineState.OPEN);
        Line.put(POSTGRESQL, LineState.OPEN);
    }
}
