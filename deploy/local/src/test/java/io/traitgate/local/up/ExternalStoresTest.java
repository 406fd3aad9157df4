package io.traitgate.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.local.stores.PostgreSqlAccess;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExternalStoresTest {
    @Test
    void nothingIsExternalUnlessNamed() {
        assertThat(ExternalStores.from(Map.of())).satisfies(stores -> {
            assertThat(stores.postgreSql()).isEmpty();
            assertThat(stores.redis()).isEmpty();
            assertThat(stores.kafka()).isEmpty();
        });
    }

    @Test
    void eachStoreIsNamedOnItsOwn() {
        ExternalStores stores = ExternalStores.from(Map.of("TRAITGATE_REDIS_URL", "redis://:secret@cache:6379"));

        assertThat(stores.redis()).contains(URI.create("redis://:secret@cache:6379"));
        assertThat(stores.postgreSql()).isEmpty();
    }

    @Test
    void postgreSqlHasDefaultsBesideItsHost() {
        assertThat(ExternalStores.from(Map.of("TRAITGATE_POSTGRESQL_HOST", "db"))
                        .postgreSql())
                .contains(new PostgreSqlAccess("db", 5432, "traitgate", "postgres", ""));
    }

    @Test
    void everySettingOfPostgreSqlCanBeNamed() {
        assertThat(ExternalStores.from(Map.of(
                                "TRAITGATE_POSTGRESQL_HOST", "db",
                                "TRAITGATE_POSTGRESQL_PORT", "6000",
                                "TRAITGATE_POSTGRESQL_DATABASE", "gate",
                                "TRAITGATE_POSTGRESQL_USERNAME", "owner",
                                "TRAITGATE_POSTGRESQL_PASSWORD", "secret"))
                        .postgreSql())
                .contains(new PostgreSqlAccess("db", 6000, "gate", "owner", "secret"));
    }
}
