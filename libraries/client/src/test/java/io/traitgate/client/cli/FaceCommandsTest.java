package io.traitgate.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.client.ScriptedServer;
import io.traitgate.contract.signature.RequestSigner;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FaceCommandsTest {
    @TempDir
    Path folder;

    private final ScriptedServer server = new ScriptedServer();
    private CommandLineRun run;
    private String photo;

    @BeforeEach
    void install() {
        run = new CommandLineRun(folder)
                .file(
                        ".traitgate/credentials.json",
                        "{\"url\":\"" + server.url() + "\",\"apiKey\":\"key\",\"secret\":\"secret\"}")
                .file("photo.jpg", "photo");
        photo = folder.resolve("photo.jpg").toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sessionShowsEndpointStatusTimeAndAnswer() {
        server.then(200, session("s1", 1));

        assertThat(run.execute("session", "--user-id", "anna", "--device", "Pixel", "--system", "Android 15"))
                .isZero();
        assertThat(run.out()).isEqualTo("""
                        POST /v1/sessions        200 OK  10 ms
                          session    s1
                          face       1
                          voice      0
                          behaviour  0
                        0 not enrolled, 1 enrolled, 2 the template is being built; user anna
                        """);
        assertThat(server.only().text())
                .isEqualTo("{\"userId\":\"anna\",\"device\":\"Pixel\",\"system\":\"Android 15\"}");
        assertThat(server.only().header("X-aimbrain-signature"))
                .isEqualTo(RequestSigner.sign(
                        "secret", "POST", "/v1/sessions", server.only().body()));
    }

    @Test
    void enrolmentShowsStatusTwoThenOneWhenItWaits() {
        server.then(200, session("s1", 0))
                .then(200, "{\"imagesCount\":1}")
                .then(200, session("s2", 2))
                .then(200, session("s3", 2))
                .then(200, session("s4", 1));

        assertThat(run.execute("enroll", "face", "--wait", photo)).isZero();
        assertThat(run.out()).isEqualTo("""
                        POST /v1/sessions        200 OK  10 ms
                        POST /v1/face/enroll     200 OK  10 ms
                          imagesCount  1
                        face status 2  the template is being built
                        face status 1  enrolled after 0.6 s
                        """);
        assertThat(server.received().getFirst().text()).contains("\"userId\":\"demo\"");
        assertThat(server.received().get(1).text()).isEqualTo("{\"session\":\"s1\",\"faces\":[\"cGhvdG8=\"]}");
    }

    @Test
    void enrolmentDoesNotWaitWhereNobodyWatches() {
        server.then(200, session("s1", 0)).then(200, "{\"imagesCount\":1}").then(200, session("s2", 2));

        assertThat(run.execute("enroll", "face", photo)).isZero();
        assertThat(run.out()).endsWith("face status 2  the template is being built\n");
    }

    @Test
    void enrolmentWaitsWhereAPersonWatchesAndCountsTheSecondsInPlace() {
        server.then(200, session("s1", 0))
                .then(200, "{\"imagesCount\":1}")
                .then(200, session("s2", 2))
                .then(200, session("s3", 1));

        assertThat(run.on(true, false).execute("enroll", "face", photo)).isZero();
        assertThat(run.out())
                .contains("\u001B[Kface status 2  the template is being built\n")
                .contains("\r\u001B[Kface status 2  the template is being built  0.0 s")
                .endsWith("\r\u001B[Kface status 1  enrolled after 0.3 s\n");
    }

    @Test
    void enrolmentThatIsNotBuiltInTimeFails() {
        server.then(200, session("s1", 0)).then(200, "{\"imagesCount\":1}").then(200, session("s2", 2));

        assertThat(run.lookingAgain(0).execute("enroll", "face", "--wait", photo))
                .isEqualTo(4);
    }

    @Test
    void enrolmentForProgramsIsOneObject() {
        server.then(200, session("s1", 0))
                .then(200, "{\"imagesCount\":1}")
                .then(200, session("s2", 2))
                .then(200, session("s3", 1));

        assertThat(run.execute("enroll", "face", "--wait", "--json", photo)).isZero();
        assertThat(run.out())
                .startsWith("{\"endpoint\":\"/v1/face/enroll\",\"status\":200,\"milliseconds\":10,"
                        + "\"requestId\":\"0193a5f0-0000-7000-8000-000000000001\",\"answer\":{\"imagesCount\":1},")
                .contains("\"face\":1")
                .contains("\"session\":\"s3\"")
                .hasLineCount(1);
    }

    @Test
    void authenticationOfTheSamePersonIsAccepted() {
        server.then(200, session("s1", 1)).then(200, "{\"score\":0.97,\"liveliness\":0}");

        assertThat(run.execute("auth", "face", photo)).isZero();
        assertThat(run.out()).isEqualTo("""
                        POST /v1/sessions        200 OK  10 ms
                        POST /v1/face/auth       200 OK  10 ms
                          score       0.97
                          liveliness  0
                        accepted: the score is at least 0.5
                        """);
    }

    @Test
    void authenticationOfSomeoneElseEndsWithOne() {
        server.then(200, session("s1", 1)).then(200, "{\"score\":0,\"liveliness\":0}");

        assertThat(run.execute("auth", "face", "--json", photo)).isEqualTo(1);
        assertThat(run.out()).contains("\"answer\":{\"score\":0,\"liveliness\":0},\"accepted\":false}");
    }

    @Test
    void comparisonNeedsNoSession() {
        server.then(200, "{\"score\":0.5,\"liveliness1\":0,\"liveliness2\":0}");

        assertThat(run.execute("compare", "face", photo, photo)).isZero();
        assertThat(run.out()).isEqualTo("""
                        POST /v1/face/compare    200 OK  10 ms
                          score        0.5
                          liveliness1  0
                          liveliness2  0
                        accepted: the score is at least 0.5
                        """);
        assertThat(server.only().path()).isEqualTo("/v1/face/compare");
    }

    @Test
    void tokenAndDeleteShowTheirAnswers() {
        server.then(200, session("s1", 1)).then(200, "{\"token\":\"1-5-9\"}");
        assertThat(run.execute("token", "face", "--type", "enroll-1")).isZero();
        assertThat(run.out()).endsWith("  token  1-5-9\n");
        assertThat(server.received().get(1).text()).isEqualTo("{\"session\":\"s1\",\"tokentype\":\"enroll-1\"}");

        server.then(200, session("s2", 1)).then(200, "{\"deleted\":true}");
        assertThat(run.execute("delete", "face", "--user-id", "anna")).isZero();
        assertThat(run.out()).endsWith("  deleted  true\n");
        assertThat(server.received().get(3).text()).isEqualTo("{\"userId\":\"anna\",\"session\":\"s2\"}");
    }

    @Test
    void aRefusalShowsEachReasonWithItsAdvice() {
        server.then(200, session("s1", 0))
                .then(
                        422,
                        "{\"error\":\"Image is blurry\",\"errors\":[{\"description\":\"Image is blurry\",\"code\":11},"
                                + "{\"description\":\"Unable to detect a face in the photo/video\",\"code\":1}]}");

        assertThat(run.execute("enroll", "face", photo, photo)).isEqualTo(3);
        assertThat(run.err()).isEqualTo("""
                        POST /v1/face/enroll     422 Unprocessable Entity  10 ms
                           11  Image is blurry
                               Retake the photo/video in higher focus
                            1  Unable to detect a face in the photo/video
                               Retake the photo/video
                          request id 0193a5f0-0000-7000-8000-000000000001
                        """);
    }

    @Test
    void aRefusalForProgramsIsTheSameObject() {
        server.then(200, session("s1", 0))
                .then(
                        424,
                        "{\"error\":\"User not found\",\"errors\":[{\"description\":\"User not found\",\"code\":107}]}");

        assertThat(run.execute("auth", "face", "--json", photo)).isEqualTo(3);
        assertThat(run.out()).contains("\"status\":424").contains("\"code\":107");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aFailureOfTheServerAndNoServerEndWithFour() {
        server.then(503, "{\"error\":\"API error\",\"errors\":[{\"description\":\"API error\",\"code\":120}]}");
        assertThat(run.execute("session")).isEqualTo(4);

        server.close();
        assertThat(run.execute("session")).isEqualTo(4);
        assertThat(run.err()).endsWith("Nothing answers at " + server.url() + "\nIs it running? ./traitgate status\n");
    }

    @Test
    void coloursAreForTerminalsOnly() {
        server.then(200, session("s1", 1)).then(200, "{\"score\":0,\"liveliness\":0}");

        run.on(true, true).execute("auth", "face", photo);
        assertThat(run.out()).contains("\u001B[32m200 OK\u001B[0m").contains("\u001B[31mnot accepted\u001B[0m");
    }

    private static String session(String id, int face) {
        return "{\"session\":\"" + id + "\",\"face\":" + face + ",\"voice\":0,\"behaviour\":0}";
    }
}
