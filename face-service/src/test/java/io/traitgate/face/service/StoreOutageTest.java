package io.traitgate.face.service;

import static io.traitgate.face.service.FaceClient.assertRefused;
import static io.traitgate.face.service.Portraits.OBAMA_2009;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.traitgate.testkit.WithLocalStores;
import io.traitgate.testkit.line.Line;
import io.traitgate.testkit.line.LineState;
import io.traitgate.testkit.line.StoreLines;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithLocalStores(service = "face")
@TestProfile(StoreOutageTest.CutStores.class)
class StoreOutageTest {

    private static final Duration ANSWER = Duration.ofSeconds(8);

    @Inject
    FaceClient client;

    @AfterEach
    void mend() {
        StoreLines.mend();
    }

    @Test
    @DisplayName("W-131 face: Redis down is 503/120, and calls recover by themselves")
    void withoutRedis_noSessionIsValid() {
        String session = client.session();
        assertRefused(client.auth(session, OBAMA_2009), 424, 107);

        Line.put(StoreLines.REDIS, LineState.CUT);
        assertRefused(inTime(() -> client.auth(session, OBAMA_2009)), 503, 120);

        StoreLines.mend();
        assertRefused(recovered(() -> client.auth(session, OBAMA_2009)), 424, 107);
    }

    @Test
    @DisplayName("W-131 face: Redis that says nothing is 503/120, and calls recover by themselves")
    void withoutAWordOfRedis_noSessionIsValid() {
        String session = client.session();
        assertRefused(client.auth(session, OBAMA_2009), 424, 107);

        Line.put(StoreLines.REDIS, LineState.SILENT);
        assertRefused(inTime(() -> client.auth(session, OBAMA_2009)), 503, 120);

        StoreLines.mend();
        assertRefused(recovered(() -> client.auth(session, OBAMA_2009)), 424, 107);
    }

    @Test
    @DisplayName("W-131 face: PostgreSQL down is 503/120, and calls recover by themselves")
    void withoutPostgreSql_nobodyHasATemplate() {
        String session = client.session();
        assertRefused(client.auth(session, OBAMA_2009), 424, 107);

        Line.put(StoreLines.POSTGRESQL, LineState.CUT);
        assertRefused(inTime(() -> client.auth(session, OBAMA_2009)), 503, 120);
        assertRefused(inTime(() -> client.enrol(session, OBAMA_2009)), 503, 120);

        StoreLines.mend();
        assertRefused(recovered(() -> client.auth(session, OBAMA_2009)), 424, 107);
    }

    @Test
    @DisplayName("W-131 face: enroll with Kafka down is 500/104, and nothing is left pending")
    void withoutKafka_nothingIsTakenIn() {
        String session = client.session();

        assertRefused(inTime(() -> client.enrol(session, OBAMA_2009)), 500, 104);

        assertRefused(client.auth(session, OBAMA_2009), 424, 107);
    }

    private static Response inTime(Supplier<Response> call) {
        Instant start = Instant.now();
        Response answer = call.get();
        assertThat(Duration.between(start, Instant.now())).isLessThan(ANSWER);
        return answer;
    }

    private static Response recovered(Supplier<Response> call) {
        Instant end = Instant.now().plusSeconds(15);
        Response answer = call.get();
        while (answer.statusCode() == 503 && Instant.now().isBefore(end)) {
            answer = call.get();
        }
        return answer;
    }

    /** Redis and PostgreSQL behind lines that can be cut, and a producer that finds no broker. */
    public static final class CutStores implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = StoreLines.settings("face");
            settings.put("mp.messaging.outgoing.enrolments-out.bootstrap.servers", "localhost:1");
            return settings;
        }
    }
}
