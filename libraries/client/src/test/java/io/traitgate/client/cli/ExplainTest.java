package io.traitgate.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.client.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainTest {
    private static final String SESSION = "{\"session\":\"s\",\"face\":1,\"voice\":0,\"behaviour\":0}";
    private static final String NO_EVENT = "{\"events\":[],\"next\":\"0\"}";
    private static final String EVENT = """
            {"events":[{"id":"0193a5f0-0000-7000-8000-00000000000e","requestId":"0193a5f0-0000-7000-8000-000000000001",
              "status":200,"items":[
                {"field":"faces","index":0,"measures":{"eyeDistance":64.2,"blur":1.1}},
                {"field":"faces","index":1,"code":11,"why":"BLURRY","measures":{"blur":5.2},
                 "failed":{"measure":"blur","limit":4.5,"least":false}}],
              "reasons":["similarity 0.8200 to 3 samples"],"models":{"face-embedder":"net-1"},
              "timings":{"queue":0.41,"embed":30.5,"call":52.1},"budgetLeft":4,
              "media":[{"field":"faces","index":0,"leftOut":0}]}],"next":"1"}
            """;

    @TempDir
    Path folder;

    private final ScriptedServer console = new ScriptedServer();
    private final ScriptedServer api = new ScriptedServer();
    private CommandLineRun run;
    private String photo;

    @BeforeEach
    void install() {
        run = new CommandLineRun(folder)
                .file(".traitgate/console.json", "{\"url\":\"" + console.url() + "\",\"token\":\"token\"}")
                .file(
                        ".traitgate/credentials.json",
                        "{\"url\":\"" + api.url() + "\",\"apiKey\":\"key\",\"secret\":\"secret\"}")
                .file("photo.jpg", "photo");
        photo = folder.resolve("photo.jpg").toString();
    }

    @AfterEach
    void stop() {
        console.close();
        api.close();
    }

    @Test
    void anAuthenticationIsExplainedFromItsEventOnceThatHasArrived() {
        api.then(200, SESSION).then(200, "{\"score\":0.97,\"liveliness\":0}");
        console.then(200, NO_EVENT).then(200, EVENT);

        assertThat(run.execute("auth", "face", "--explain", photo)).isZero();
        assertThat(run.out()).endsWith("""
                        Why  0193a5f0-0000-7000-8000-000000000001
                          faces[0]    accepted
                                      eyeDistance 64.2  blur 1.1
                          faces[1]    refused, code 11 BLURRY: blur is 5.2, and may be at most 4.5
                                      blur 5.2
                          because     similarity 0.8200 to 3 samples
                          attempts    4 failures left before a wait
                          models      face-embedder net-1
                          took, ms    queue 0.41  embed 30.5  call 52.1
                        """);
        assertThat(console.received())
                .extracting(ScriptedServer.Received::path)
                .containsOnly("/admin/events?limit=1&request=0193a5f0-0000-7000-8000-000000000001");
        assertThat(console.only().header("Authorization")).isEqualTo("Bearer token");
    }

    @Test
    void aRefusalIsExplainedToo() {
        api.then(200, SESSION)
                .then(422, "{\"error\":\"x\",\"errors\":[{\"description\":\"Image too blurry\",\"code\":11}]}");
        console.then(200, EVENT);

        assertThat(run.execute("auth", "face", "--explain", photo)).isEqualTo(3);
        assertThat(run.out()).contains("refused, code 11 BLURRY");
        assertThat(run.err()).contains("422").contains("Image too blurry");
    }

    @Test
    void programsGetTheEventWithTheAnswer() {
        api.then(200, SESSION).then(200, "{\"score\":0.97,\"liveliness\":0}");
        console.then(200, EVENT);

        assertThat(run.execute("auth", "face", "--explain", "--json", photo)).isZero();
        assertThat(run.out()).hasLineCount(1).contains("\"event\":{").contains("\"budgetLeft\":4");
    }

    @Test
    void mediaOfEventsAreWrittenIntoAFolder() throws IOException {
        console.then(200, EVENT)
                .then(
                        200,
                        "{\"media\":[{\"field\":\"faces\",\"index\":0,\"base64\":\"/9j/cGhvdG8=\",\"leftOut\":0},"
                                + "{\"field\":\"faces\",\"index\":1,\"base64\":\"\",\"leftOut\":99}]}");
        Path media = folder.resolve("media");

        assertThat(run.execute("events", "--media", media.toString())).isZero();
        try (var files = Files.list(media)) {
            assertThat(files).containsExactly(media.resolve("0193a5f0-0000-7000-8000-00000000000e-faces-0.jpg"));
        }
        assertThat(run.err()).contains("faces-1 was left out: 99 characters found no room");
    }
}
