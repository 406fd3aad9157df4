package io.traitgate.session.opening;

import static io.traitgate.session.SessionApi.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.traitgate.session.SessionApi;
import io.traitgate.testkit.WithLocalStores;
import io.traitgate.testkit.line.Line;
import io.traitgate.testkit.line.LineState;
import io.traitgate.testkit.line.StoreLines;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithLocalStores(service = "session")
@TestProfile(StoreOutageTest.CutStores.class)
final class StoreOutageTest {

    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    private final SessionApi api = SessionApi.of(fresh("application"));

    @AfterEach
    void mend() {
        StoreLines.mend();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "SILENT"})
    @DisplayName("W-131 sessions: Redis down is 503/120, and calls recover by themselves")
    void withoutRedis_noSessionIsOpened(LineState outage) {
        api.openFor(fresh("user"), "phone");

        Line.put(StoreLines.REDIS, outage);
        assertRefused();

        StoreLines.mend();
        assertRecovers();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "SILENT"})
    @DisplayName("W-131 sessions: PostgreSQL down is 503/120, and calls recover by themselves")
    void withoutPostgreSql_noSessionIsOpened(LineState outage) {
        api.openFor(fresh("user"), "phone");

        Line.put(StoreLines.POSTGRESQL, outage);
        assertRefused();

        StoreLines.mend();
        assertRecovers();
    }

    @Test
    @DisplayName("W-131 sessions: are opened while Kafka is down")
    void withoutKafka_sessionsAreOpened() {
        open().then().statusCode(200);
    }

    private void assertRefused() {
        Instant start = Instant.now();
        open().then().statusCode(503).body("error", equalTo("API error")).body("errors[0].code", equalTo(120));
        assertThat(Duration.between(start, Instant.now())).isLessThan(ANSWER);
    }

    private void assertRecovers() {
        Instant end = Instant.now().plus(RECOVERY);
        Response answer = open();
        while (answer.statusCode() == 503 && Instant.now().isBefore(end)) {
            answer = open();
        }
        answer.then().statusCode(200);
    }

    private Response open() {
        return api.open("{\"userId\":\"%s\",\"device\":\"phone\",\"system\":\"iOS 9.2.1\"}".formatted(fresh("user")));
    }

    /** Redis and PostgreSQL behind lines that can be cut, and channels that find no broker. */
    public static final class CutStores implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = StoreLines.settings("session");
            settings.put("mp.messaging.incoming.enrolment-status.bootstrap.servers", "localhost:1");
            settings.put("mp.messaging.outgoing.events.bootstrap.servers", "localhost:1");
            return settings;
        }
    }
}
