package io.traitgate.console.application;

import static io.traitgate.console.AdminApi.asAdmin;
import static io.traitgate.console.AdminApi.freshName;
import static io.traitgate.console.AdminApi.post;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.traitgate.console.AdminApi;
import io.traitgate.console.AdminApi.Issued;
import io.traitgate.testkit.WithLocalStores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithLocalStores(service = "console")
final class ApiKeysTest {

    @Test
    void rotation_keepsBothKeysGood_untilTheOverlapIsOver() {
        Issued old = AdminApi.create();

        Response answer = asAdmin().post("/admin/keys/{key}/rotate", old.apiKey());

        answer.then()
                .statusCode(201)
                .body("application.id", equalTo(old.application()))
                .body("replaces", equalTo(old.apiKey()));
        Issued next = Issued.of(answer);
        assertThat(next.apiKey()).isNotEqualTo(old.apiKey());
        assertThat(next.secret()).isNotEqualTo(old.secret());
        JsonNode newValue = KeyTopic.awaitValue(next.apiKey());
        assertThat(newValue.has("validUntil")).isFalse();
        assertThat(KeyTopic.secretIn(newValue, next.apiKey())).isEqualTo(next.secret());
        JsonNode oldValue = KeyTopic.await(old.apiKey(), value -> value.has("validUntil"));
        assertThat(Instant.parse(oldValue.path("validUntil").textValue()))
                .isCloseTo(Instant.now().plus(Duration.ofHours(24)), within(1, MINUTES));
        assertThat(KeyTopic.secretIn(oldValue, old.apiKey())).isEqualTo(old.secret());
        assertThat(stateOf(old)).isEqualTo("expiring");
    }

    @Test
    void rotation_keepsThePermissions() {
        Map<String, Object> body = Map.of("name", freshName(), "permissions", List.of("auth"));
        Issued old = Issued.of(post("/admin/applications", body));
        asAdmin()
                .post("/admin/keys/{key}/rotate", old.apiKey())
                .then()
                .statusCode(201)
                .body("permissions", equalTo(List.of("auth")));
    }

    @Test
    void replacedKey_isWithdrawn_whenTheOverlapIsOver() {
        Issued old = AdminApi.create();
        rotate(old, "PT1S").then().statusCode(201);
        KeyTopic.awaitTombstone(old.apiKey());
        assertThat(stateOf(old)).isEqualTo("revoked");
    }

    @Test
    void rotationWithoutOverlap_withdrawsTheOldKeyAtOnce() {
        Issued old = AdminApi.create();
        Issued next = Issued.of(rotate(old, "PT0S"));
        KeyTopic.awaitTombstone(old.apiKey());
        assertThat(KeyTopic.secretIn(KeyTopic.awaitValue(next.apiKey()), next.apiKey()))
                .isEqualTo(next.secret());
        assertThat(stateOf(old)).isEqualTo("revoked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "P91D", "24h", "", "soon"})
    void unusableOverlap_is400_andChangesNothing(String overlap) {
        Issued old = AdminApi.create();
        rotate(old, overlap).then().statusCode(400);
        assertThat(stateOf(old)).isEqualTo("active");
    }

    @Test
    void keyThatIsBeingReplaced_cannotBeRotatedAgain() {
        Issued old = AdminApi.create();
        rotate(old, "PT1H").then().statusCode(201);
        rotate(old, "PT1H").then().statusCode(409).contentType(startsWith("application/problem+json"));
    }

    @Test
    void revokedKey_isWithdrawnAtOnce_andForEver() {
        Issued issued = AdminApi.create();
        KeyTopic.awaitValue(issued.apiKey());

        asAdmin().delete("/admin/keys/{key}", issued.apiKey()).then().statusCode(204);

        KeyTopic.awaitTombstone(issued.apiKey());
        assertThat(stateOf(issued)).isEqualTo("revoked");
        asAdmin().delete("/admin/keys/{key}", issued.apiKey()).then().statusCode(204);
        rotate(issued, "PT1H").then().statusCode(409);
        Map<String, Object> again = Map.of("name", freshName(), "apiKey", issued.apiKey(), "secret", issued.secret());
        post("/admin/applications/import", again).then().statusCode(409);
    }

    @Test
    void unknownKey_is404() {
        asAdmin().delete("/admin/keys/nobody").then().statusCode(404);
        asAdmin().post("/admin/keys/nobody/rotate").then().statusCode(404);
    }

    @Test
    void keyWithReservedCharacters_canBeRotatedAndRevoked() {
        String key = "a/b?c=d&e%f#g;h";
        post("/admin/applications/import", Map.of("name", freshName(), "apiKey", key, "secret", "s"))
                .then()
                .statusCode(201);
        asAdmin().post("/admin/keys/{key}/rotate", key).then().statusCode(201).body("replaces", equalTo(key));
        asAdmin().delete("/admin/keys/{key}", key).then().statusCode(204);
        KeyTopic.awaitTombstone(key);
    }

    private static Response rotate(Issued key, String overlap) {
        return asAdmin()
                .contentType("application/json")
                .body(Map.of("overlap", overlap))
                .post("/admin/keys/{key}/rotate", key.apiKey());
    }

    private static String stateOf(Issued key) {
        return asAdmin()
                .get("/admin/applications")
                .path("applications.keys.flatten().find { it.apiKey == '" + key.apiKey() + "' }.state");
    }
}
