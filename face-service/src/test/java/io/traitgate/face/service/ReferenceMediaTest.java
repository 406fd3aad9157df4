package io.traitgate.face.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.traitgate.contract.http.Route;
import io.traitgate.testkit.WithLocalStores;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The photos and bodies that the documentation of the API prints. They are not ours to ship: the environment variable
 * {@code TRAITGATE_REFERENCE} names the folder that holds them.
 */
@QuarkusTest
@WithLocalStores(service = "face")
@EnabledIfEnvironmentVariable(
        named = "TRAITGATE_REFERENCE",
        matches = ".+",
        disabledReason = "TRAITGATE_REFERENCE names no folder with the printed photos and bodies")
class ReferenceMediaTest {

    @Inject
    FaceClient client;

    /** Both images of the printed bodies are drawings, which no honest detector takes for a person's face. */
    @Test
    void printedBodies_areRead_andTheirDrawingsRefusedOneByOne() throws IOException {
        Response enrolled = client.post(
                Route.FACE_ENROL,
                body("face_enroll_request_example_body.json.gz").put("session", client.session()));
        Response compared = client.post(Route.FACE_COMPARE, body("face_compare_request_example_body.json.gz"));

        assertThat(FaceClient.codes(enrolled)).hasSize(2).allMatch(code -> code < 12);
        assertThat(FaceClient.codes(compared)).isNotEmpty().allMatch(code -> code < 12);
    }

    @Test
    @DisplayName("W-066 quick-start photo enrols, W-067 genuine second photo is recognised, W-068 impostor scores 0")
    void quickStart_works() throws IOException {
        String session = client.session();

        assertThat(client.enrol(session, media("The_Hoff_1.jpg")).jsonPath().getInt("imagesCount"))
                .isEqualTo(1);
        assertThat(client.auth(session, media("The_Hoff_2.jpg")).jsonPath().getDouble("score"))
                .isGreaterThan(0.5);
        assertThat(client.auth(session, media("Pratt.jpg")).jsonPath().getDouble("score"))
                .isZero();
    }

    private static JsonObject body(String name) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(folder().resolve(name)))) {
            return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static byte[] media(String name) throws IOException {
        return Files.readAllBytes(folder().resolve(name));
    }

    private static Path folder() {
        return Path.of(System.getenv("TRAITGATE_REFERENCE"));
    }
}
