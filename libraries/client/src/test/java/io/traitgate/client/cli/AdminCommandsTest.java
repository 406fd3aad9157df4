package io.traitgate.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.client.ScriptedServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdminCommandsTest {
    private static final String REFUSED =
            "{\"error\":\"Invalid API key or signature\",\"errors\":[{\"description\":\"Invalid API key or signature\","
                    + "\"code\":120}]}";
    private static final String SESSION = "{\"session\":\"s\",\"face\":0,\"voice\":0,\"behaviour\":0}";

    private static final String EVENT =
            "{\"time\":\"2026-11-24T10:00:00Z\",\"application\":\"demo\",\"requestId\":\"r1\","
                    + "\"route\":\"/v1/face/auth\",\"status\":200,\"userId\":\"anna\","
                    + "\"answer\":{\"score\":0.97,\"liveliness\":0}}";

    @TempDir
    Path folder;

    private final ScriptedServer console = new ScriptedServer();
    private final ScriptedServer api = new ScriptedServer();
    private CommandLineRun run;

    @BeforeEach
    void install() {
        run = new CommandLineRun(folder)
                .file(".traitgate/console.json", "{\"url\":\"" + console.url() + "\",\"token\":\"token\"}")
                .file(
                        ".traitgate/credentials.json",
                        "{\"url\":\"" + api.url() + "\",\"apiKey\":\"key\",\"secret\":\"secret\"}");
    }

    @AfterEach
    void stop() {
        console.close();
        api.close();
    }

    @Test
    void aNewApplicationIsShownOnceAndEndsWhenItsPairWorks() {
        console.then(201, issued("bank", "k1", "s1"));
        api.then(401, REFUSED).then(200, SESSION);

        assertThat(run.execute("app", "create", "bank")).isZero();
        assertThat(run.out()).isEqualTo("""
                        application  bank
                        API key      k1
                        secret       s1  (shown this once)
                        permissions  enrol, auth
                        works: a signed session call at %s was answered 200
                        """.formatted(api.url()));
        assertThat(api.received())
                .extracting(request -> request.header("X-aimbrain-apikey"))
                .containsExactly("k1", "k1");
    }

    @Test
    void aPairThatNeverWorksFailsWithTheReason() {
        console.then(201, issued("bank", "k1", "s1"));
        for (int i = 0; i < 200; i++) {
            api.then(401, REFUSED);
        }

        assertThat(run.execute("app", "create", "bank")).isEqualTo(4);
        assertThat(run.err()).contains("401 Invalid API key or signature");
    }

    @Test
    void anImportedPairIsTriedWithTheSecretThatWasGiven() {
        console.then(
                201,
                "{\"application\":{\"id\":\"old\",\"name\":\"old\"},\"apiKey\":\"test\",\"permissions\":[\"score\"]}");
        api.then(200, SESSION);

        assertThat(run.execute("app", "import", "old", "--api-key", "test", "--secret", "secret"))
                .isZero();
        assertThat(console.only().text()).isEqualTo("{\"name\":\"old\",\"apiKey\":\"test\",\"secret\":\"secret\"}");
        assertThat(run.out()).doesNotContain("secret ").contains("works: ");
    }

    @Test
    void aRotationForProgramsHoldsBothKeys() {
        console.then(
                201,
                "{\"application\":{\"id\":\"bank\",\"name\":\"bank\"},\"apiKey\":\"k2\",\"secret\":\"s2\","
                        + "\"permissions\":[\"auth\"],\"replaces\":\"k1\","
                        + "\"replacedValidUntil\":\"2026-11-25T10:00:00Z\"}");
        api.then(200, SESSION);

        assertThat(run.execute("key", "rotate", "k1", "--overlap", "PT1H", "--json"))
                .isZero();
        assertThat(run.out())
                .isEqualTo("{\"application\":{\"id\":\"bank\",\"name\":\"bank\"},\"apiKey\":\"k2\",\"secret\":\"s2\","
                        + "\"permissions\":[\"auth\"],\"replaces\":\"k1\","
                        + "\"replacedValidUntil\":\"2026-11-25T10:00:00Z\",\"works\":true}\n");
        assertThat(console.only().text()).isEqualTo("{\"overlap\":\"PT1H\"}");
    }

    @Test
    void aRevokedKeyIsConfirmed() {
        console.then(204, "");

        assertThat(run.execute("key", "revoke", "k1")).isZero();
        assertThat(run.out()).isEqualTo("revoked  k1\n");
    }

    @Test
    void applicationsAreListedWithTheirKeys() {
        console.then(
                200,
                "{\"applications\":[{\"id\":\"bank\",\"name\":\"Bank\",\"keys\":["
                        + "{\"apiKey\":\"k1\",\"state\":\"expiring\",\"permissions\":[\"auth\"],"
                        + "\"validUntil\":\"2026-11-25T10:00:00Z\"},"
                        + "{\"apiKey\":\"k2\",\"state\":\"active\",\"permissions\":[\"auth\",\"score\"]}]}]}");

        assertThat(run.execute("app", "list")).isZero();
        assertThat(run.out()).isEqualTo("""
                        Bank  bank
                          k1  expiring at 2026-11-25T10:00:00Z  auth
                          k2  active  auth, score
                        """);
    }

    @Test
    void eventsAreFollowedUntilTheEnd() {
        console.then(200, "{\"events\":[" + EVENT + "],\"next\":\"1\"}")
                .then(200, "{\"events\":[],\"next\":\"1\"}")
                .then(
                        200,
                        "{\"events\":[{\"time\":\"2026-11-24T10:00:02Z\",\"application\":\"demo\","
                                + "\"requestId\":\"r2\",\"route\":\"/v1/face/enroll\",\"status\":422,\"codes\":[1,11]}],"
                                + "\"next\":\"2\"}");

        assertThat(run.lookingAgain(2).execute("events", "--follow", "--application", "demo"))
                .isZero();
        assertThat(run.out()).isEqualTo("""
                        2026-11-24T10:00:00Z  demo  /v1/face/auth  200  score 0.97  user anna  r1
                        2026-11-24T10:00:02Z  demo  /v1/face/enroll  422  code 1  code 11  r2
                        """);
        assertThat(console.received())
                .extracting(ScriptedServer.Received::path)
                .containsExactly(
                        "/admin/events?limit=50&application=demo",
                        "/admin/events?limit=50&application=demo&after=1",
                        "/admin/events?limit=50&application=demo&after=1");
    }

    @Test
    void aRefusalOfTheConsoleIsToldInItsWords() {
        console.then(409, "{\"status\":409,\"detail\":\"There is an application with this name\"}");

        assertThat(run.execute("app", "create", "bank")).isEqualTo(3);
        assertThat(run.err()).isEqualTo("There is an application with this name\n");
    }

    @Test
    void theTokenMayComeFromTheEnvironment() {
        console.then(200, "{\"applications\":[]}");

        assertThat(run.with("TRAITGATE_ADMIN_TOKEN", "other").execute("app", "list"))
                .isZero();
        assertThat(console.only().header("Authorization")).isEqualTo("Bearer other");
    }

    private static String issued(String name, String key, String secret) {
        return "{\"application\":{\"id\":\"" + name + "\",\"name\":\"" + name + "\"},\"apiKey\":\"" + key
                + "\",\"secret\":\"" + secret + "\",\"permissions\":[\"enrol\",\"auth\"]}";
    }
}
