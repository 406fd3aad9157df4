package io.traitgate.console.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.traitgate.console.AdminApi;
import io.traitgate.testkit.WithLocalStores;
import io.traitgate.testkit.line.Line;
import io.traitgate.testkit.line.LineState;
import io.traitgate.testkit.line.StoreLines;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithLocalStores(service = "console")
@TestProfile(StoreOutageTest.CutStores.class)
final class StoreOutageTest {

    private static final Duration ANSWER = Duration.ofSeconds(12);
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    @AfterEach
    void mend() {
        StoreLines.mend();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "SILENT"})
    @DisplayName("W-131 admin API: PostgreSQL down is a problem with 503, and calls recover by themselves")
    void withoutPostgreSql_itSaysSo(LineState outage) {
        applications().then().statusCode(200);

        Line.put(StoreLines.POSTGRESQL, outage);
        Instant start = Instant.now();
        applications().then().statusCode(503).body("status", equalTo(503));
        assertThat(Duration.between(start, Instant.now())).isLessThan(ANSWER);

        StoreLines.mend();
        Instant end = Instant.now().plus(RECOVERY);
        Response answer = applications();
        while (answer.statusCode() == 503 && Instant.now().isBefore(end)) {
            answer = applications();
        }
        answer.then().statusCode(200);
    }

    private static Response applications() {
        return AdminApi.asAdmin().get("/admin/applications");
    }

    /** PostgreSQL behind a line that can be cut. */
    public static final class CutStores implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = StoreLines.settings("console");
            settings.remove("quarkus.redis.hosts");
            return settings;
        }
    }
}
