package io.traitgate.console.application;

import static io.traitgate.console.AdminApi.asAdmin;
import static io.traitgate.console.AdminApi.freshName;
import static io.traitgate.console.AdminApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.traitgate.console.AdminApi;
import io.traitgate.console.AdminApi.Issued;
import io.traitgate.testkit.WithLocalStores;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithLocalStores(service = "console")
final class ApplicationsTest {

    private static final List<String> ALL =
            List.of("enrol", "auth", "compare", "behavioural", "manage", "score", "debug");

    @Test
    void newApplication_hasAnIdOfItsName_andARandomPairWithEveryPermission() {
        post("/admin/applications", Map.of("name", "My Bank & Söhne"))
                .then()
                .statusCode(201)
                .body("application.id", equalTo("my-bank-sohne"))
                .body("application.name", equalTo("My Bank & Söhne"))
                .body("apiKey", matchesPattern("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .body("secret", matchesPattern("[0-9a-f]{64}"))
                .body("permissions", equalTo(ALL));
    }

    @Test
    void newKey_reachesTheGatewayWithinASecond_sealedToIt() {
        Issued issued = AdminApi.create();
        long before = System.nanoTime();
        JsonNode value = KeyTopic.awaitValue(issued.apiKey());
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
        assertThat(value.path("v").intValue()).isEqualTo(1);
        assertThat(value.path("apiKey").textValue()).isEqualTo(issued.apiKey());
        assertThat(value.path("application").textValue()).isEqualTo(issued.application());
        assertThat(value.path("permissions")).extracting(JsonNode::textValue).isEqualTo(ALL);
        assertThat(value.has("validUntil")).isFalse();
        assertThat(KeyTopic.secretIn(value, issued.apiKey())).isEqualTo(issued.secret());
    }

    @Test
    void wantedPermissions_areGranted_andNoOthers() {
        post("/admin/applications", Map.of("name", freshName(), "permissions", List.of("auth", "read")))
                .then()
                .statusCode(201)
                .body("permissions", equalTo(List.of("auth", "score")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fly", "", "writes"})
    void unknownPermission_is400(String permission) {
        post("/admin/applications", Map.of("name", freshName(), "permissions", List.of(permission)))
                .then()
                .statusCode(400)
                .body("detail", containsString("permissions"));
    }

    @Test
    void noPermission_is400() {
        post("/admin/applications", Map.of("name", freshName(), "permissions", List.of()))
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "日本", "a\u0007b"})
    void nameThatGivesNoId_is400(String name) {
        post("/admin/applications", Map.of("name", name)).then().statusCode(400).body("detail", containsString("name"));
    }

    @Test
    void takenNameOrId_is409() {
        String name = freshName();
        post("/admin/applications", Map.of("name", name)).then().statusCode(201);
        post("/admin/applications", Map.of("name", name)).then().statusCode(409);
        post("/admin/applications", Map.of("name", name.toUpperCase(Locale.ROOT)))
                .then()
                .statusCode(409)
                .body("detail", containsString(name));
    }

    @Test
    void printedPair_canBeImported() {
        String name = freshName();
        post("/admin/applications/import", Map.of("name", name, "apiKey", "test", "secret", "secret"))
                .then()
                .statusCode(201)
                .body("application.id", equalTo(name))
                .body("apiKey", equalTo("test"))
                .body("secret", nullValue())
                .body("permissions", equalTo(List.of("enrol", "auth", "compare", "behavioural", "manage", "score")));

        JsonNode value = KeyTopic.awaitValue("test");
        assertThat(KeyTopic.secretIn(value, "test")).isEqualTo("secret");

        post("/admin/applications/import", Map.of("name", freshName(), "apiKey", "test", "secret", "other"))
                .then()
                .statusCode(409)
                .body("detail", containsString("API key"));
    }

    @Test
    void furtherPairOfAnApplication_canBeImported() {
        Issued issued = AdminApi.create();
        String name = issued.application();
        post("/admin/applications/import", Map.of("name", name, "apiKey", "second-of-two", "secret", "s"))
                .then()
                .statusCode(201)
                .body("application.id", equalTo(name));
        assertThat(KeyTopic.awaitValue("second-of-two").path("application").textValue())
                .isEqualTo(name);
        asAdmin()
                .get("/admin/applications")
                .then()
                .body(
                        "applications.find { it.id == '" + name + "' }.keys.apiKey",
                        equalTo(List.of(issued.apiKey(), "second-of-two")));
    }

    @Test
    void importUnderAnotherSpellingOfATakenId_is409() {
        String name = AdminApi.create().application();
        Map<String, Object> body =
                Map.of("name", name.toUpperCase(Locale.ROOT), "apiKey", "other-spelling", "secret", "s");
        post("/admin/applications/import", body).then().statusCode(409).body("detail", containsString(name));
    }

    @Test
    void importedPair_withOldPermissionNames() {
        Map<String, Object> body =
                Map.of("name", freshName(), "apiKey", "old-read-only", "secret", "x", "permissions", List.of("read"));
        post("/admin/applications/import", body).then().statusCode(201).body("permissions", equalTo(List.of("score")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"n\",\"secret\":\"s\"}",
                "{\"name\":\"n\",\"apiKey\":\"k\"}",
                "{\"name\":\"n\",\"apiKey\":\"k k\",\"secret\":\"s\"}",
                "{\"name\":\"n\",\"apiKey\":\"k\",\"secret\":\"\"}",
                "{\"apiKey\":\"k\",\"secret\":\"s\"}"
            })
    void importOfAnUnusablePair_is400(String body) {
        post("/admin/applications/import", body).then().statusCode(400);
    }

    @Test
    void list_showsApplicationsAndKeys_butNoSecret() {
        Issued issued = AdminApi.create();
        String list = asAdmin()
                .get("/admin/applications")
                .then()
                .statusCode(200)
                .body("applications.id", hasItem(issued.application()))
                .body(
                        "applications.find { it.id == '" + issued.application() + "' }.keys.apiKey",
                        equalTo(List.of(issued.apiKey())))
                .body(
                        "applications.find { it.id == '" + issued.application() + "' }.keys.state",
                        equalTo(List.of("active")))
                .body(not(containsString(issued.secret())))
                .extract()
                .asString();
        assertThat(list).doesNotContain("sealedSecret").doesNotContain("null");
    }

    @Test
    void sameNameAtOnce_makesOneApplication() {
        String name = freshName();
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> post("/admin/applications", Map.of("name", name)).statusCode())
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
    }
}
