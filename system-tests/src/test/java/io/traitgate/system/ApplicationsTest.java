package io.traitgate.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Applications and key pairs through the command line, and what the API makes of them. */
@InHouse
final class ApplicationsTest {
    private static final String INLINE_BODY = "{\"userId\": \"user\", \"device\":\"device\", \"system\":\"system\"}";
    private static final String INLINE_SIGNATURE = "uPVe74VR9ncmxltwNX69pe6amFTMbJGM0Y8dIGk8vSI=";

    private final House house;

    ApplicationsTest(House house) {
        this.house = house;
    }

    @Test
    @DisplayName("W-001 the printed inline example is accepted once its key pair is imported")
    void importedPairSignsThePrintedExample() throws Exception {
        Command imported = house.run("app", "import", "Printed examples", "--api-key", "test", "--secret", "secret");
        assertThat(imported.exitCode()).as("%s", imported).isZero();

        HttpResponse<String> answer = post("/v1/sessions", "test", INLINE_SIGNATURE, INLINE_BODY);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aNewApplicationWorksAtOnceAndARevokedKeyDoesNot() {
        Command created = house.run("app", "create", "Shop", "--json");
        assertThat(created.exitCode()).as("%s", created).isZero();
        String key = created.json().findPath("apiKey").asText();
        String secret = created.json().findPath("secret").asText();
        String[] session = {"session", "--user-id", "u", "--api-key", key, "--secret", secret, "--json"};
        assertThat(house.run(session).exitCode()).isZero();

        assertThat(house.run("key", "revoke", key).exitCode()).isZero();

        assertThat(eventually(() -> house.run(session).exitCode() == 3)).isTrue();
    }

    @Test
    void aRotatedKeyLeavesTheOldOneForAWhile() {
        Command created = house.run("app", "create", "Bank", "--json");
        String key = created.json().findPath("apiKey").asText();
        String secret = created.json().findPath("secret").asText();

        Command rotated = house.run("key", "rotate", key, "--json");

        assertThat(rotated.exitCode()).as("%s", rotated).isZero();
        String newKey = rotated.json().findPath("apiKey").asText();
        String newSecret = rotated.json().findPath("secret").asText();
        assertThat(newKey).isNotEqualTo(key);
        assertThat(house.run("session", "--user-id", "u", "--api-key", newKey, "--secret", newSecret)
                        .exitCode())
                .isZero();
        assertThat(house.run("session", "--user-id", "u", "--api-key", key, "--secret", secret)
                        .exitCode())
                .isZero();
    }

    @Test
    void eventsTellWhatWasAskedAndAnswered() {
        house.run("session", "--user-id", "erika");

        assertThat(eventually(() -> house.run("events", "--json").output().contains("\"erika\"")))
                .isTrue();
    }

    private HttpResponse<String> post(String path, String key, String signature, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(house.url() + path))
                            .header("X-aimbrain-apikey", key)
                            .header("X-aimbrain-signature", signature)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static boolean eventually(BooleanSupplier condition) {
        return Eventually.within(Duration.ofSeconds(20), condition);
    }
}
