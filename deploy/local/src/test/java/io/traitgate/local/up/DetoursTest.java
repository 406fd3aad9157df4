package io.traitgate.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.local.stores.PostgreSqlAccess;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DetoursTest {
    private static final URI REDIS = URI.create("redis://:word@127.0.0.1:8101");
    private static final PostgreSqlAccess POSTGRESQL = new PostgreSqlAccess("127.0.0.1", 8100, "db", "face", "word");

    @Test
    void withoutThemEverythingIsReachedWhereItListens() {
        Detours none = new Detours(Map.of());

        assertThat(none.redis(REDIS)).isEqualTo(REDIS);
        assertThat(none.kafka("127.0.0.1:8102")).isEqualTo("127.0.0.1:8102");
        assertThat(none.postgreSql(POSTGRESQL)).isEqualTo(POSTGRESQL);
        assertThat(none.port("face", 8092)).isEqualTo(8092);
    }

    @Test
    void oneThatIsNamedTakesThePlaceOfThePortAlone() {
        Detours all = new Detours(Map.of("redis", 1, "kafka", 2, "postgresql", 3, "face", 4));

        assertThat(all.redis(REDIS)).isEqualTo(URI.create("redis://:word@127.0.0.1:1"));
        assertThat(all.kafka("127.0.0.1:8102")).isEqualTo("127.0.0.1:2");
        assertThat(all.postgreSql(POSTGRESQL)).isEqualTo(new PostgreSqlAccess("127.0.0.1", 3, "db", "face", "word"));
        assertThat(all.port("face", 8092)).isEqualTo(4);
    }
}
