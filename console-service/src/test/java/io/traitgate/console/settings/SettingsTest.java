package io.traitgate.console.settings;

import static io.traitgate.console.AdminApi.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.traitgate.console.AdminApi;
import io.traitgate.contract.topic.Topic;
import io.traitgate.testkit.TestTopics;
import io.traitgate.testkit.WithLocalStores;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithLocalStores(service = "console")
final class SettingsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void nothingSet_isEmpty() {
        String application = AdminApi.create().application();
        asAdmin()
                .get("/admin/applications/{id}/settings", application)
                .then()
                .statusCode(200)
                .body("application", equalTo(application))
                .body("settings", anEmptyMap());
    }

    @Test
    void settings_areKept_andToldToTheServices() throws Exception {
        String application = AdminApi.create().application();
        Map<String, Object> wanted = Map.of("face.enroll.min", 5, "voice.token.required", true);

        put(application, Map.of("settings", wanted)).then().statusCode(200).body("settings", equalTo(wanted));

        asAdmin()
                .get("/admin/applications/{id}/settings", application)
                .then()
                .statusCode(200)
                .body("settings", equalTo(wanted));
        awaitPublished(
                application,
                "{\"v\":1,\"application\":\"%s\",\"settings\":{\"face.enroll.min\":5,\"voice.token.required\":true}}");
    }

    @Test
    void settings_areReplacedAsAWhole_andNullResets() throws Exception {
        String application = AdminApi.create().application();
        put(application, Map.of("settings", Map.of("face.enroll.min", 5, "face.image.png", false)));

        put(application, "{\"settings\":{\"voice.enroll.min\":20,\"face.image.png\":null}}")
                .then()
                .statusCode(200)
                .body("settings", equalTo(Map.of("voice.enroll.min", 20)));

        awaitPublished(application, "{\"v\":1,\"application\":\"%s\",\"settings\":{\"voice.enroll.min\":20}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ios", "all", "none"})
    void photosOnTheirSide_areTurned_asAnApplicationWants(String whose) {
        String application = AdminApi.create().application();
        Map<String, Object> wanted = Map.of("face.image.sideways", whose);

        put(application, Map.of("settings", wanted)).then().statusCode(200).body("settings", equalTo(wanted));
    }

    @Test
    void attemptBudget_isSetInNumbersAndDurations() {
        String application = AdminApi.create().application();
        Map<String, Object> wanted = Map.of(
                "attempts.budget",
                true,
                "attempts.consecutive",
                3,
                "attempts.wait",
                "PT10S",
                "attempts.wait.longest",
                "PT1H",
                "attempts.monthly",
                500);

        put(application, Map.of("settings", wanted)).then().statusCode(200).body("settings", equalTo(wanted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"settings\":{\"attempts.wait\":30}}",
                "{\"settings\":{\"attempts.wait\":\"30s\"}}",
                "{\"settings\":{\"attempts.wait\":\"PT0S\"}}",
                "{\"settings\":{\"attempts.wait.longest\":\"P2D\"}}",
                "{\"settings\":{\"attempts.budget\":\"off\"}}",
                "{\"settings\":{\"face.enroll.min\":0}}",
                "{\"settings\":{\"face.enroll.min\":21}}",
                "{\"settings\":{\"face.enroll.min\":1.5}}",
                "{\"settings\":{\"face.enroll.min\":\"5\"}}",
                "{\"settings\":{\"voice.enroll.min\":99999999999}}",
                "{\"settings\":{\"voice.token.required\":\"true\"}}",
                "{\"settings\":{\"voice.token.required\":1}}",
                "{\"settings\":{\"face.image.sideways\":\"sometimes\"}}",
                "{\"settings\":{\"face.image.sideways\":true}}",
                "{\"settings\":{\"no.such.setting\":1}}",
                "{\"settings\":[]}",
                "{\"settings\":null}",
                "{\"face.enroll.min\":5}",
                "[]",
                ""
            })
    void unknownNameOrValue_is400_andChangesNothing(String body) {
        String application = AdminApi.create().application();
        put(application, Map.of("settings", Map.of("face.enroll.min", 2)));
        put(application, body).then().statusCode(400).body("status", equalTo(400));
        asAdmin()
                .get("/admin/applications/{id}/settings", application)
                .then()
                .body("settings", equalTo(Map.of("face.enroll.min", 2)));
    }

    @Test
    void refusal_saysWhatIsAllowed() {
        String application = AdminApi.create().application();
        put(application, "{\"settings\":{\"face.enroll.min\":0}}")
                .then()
                .body("detail", containsString("face.enroll.min (a whole number from 1 to 20)"));
        put(application, "{\"settings\":{\"face.image.sideways\":0}}")
                .then()
                .body("detail", containsString("face.image.sideways (one of ios, all, none)"));
        put(application, "{\"settings\":{\"x\":0}}").then().body("detail", containsString("voice.token.required"));
    }

    @Test
    void unknownApplication_is404() {
        asAdmin().get("/admin/applications/nobody/settings").then().statusCode(404);
        put("nobody", Map.of("settings", Map.of())).then().statusCode(404);
    }

    private static Response put(String application, Object body) {
        return asAdmin()
                .contentType("application/json")
                .body(body)
                .put("/admin/applications/{id}/settings", application);
    }

    private static void awaitPublished(String application, String expected) throws IOException {
        JsonNode wanted = JSON.readTree(expected.formatted(application));
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        JsonNode newest = JSON.missingNode();
        while (!newest.equals(wanted) && Instant.now().isBefore(end)) {
            List<byte[]> values = TestTopics.read(Topic.APPLICATION_SETTINGS).stream()
                    .filter(message -> message.key().equals(application))
                    .map(message -> message.value())
                    .toList();
            newest = values.isEmpty() ? newest : JSON.readTree(values.getLast());
        }
        assertThat(newest).isEqualTo(wanted);
    }
}
