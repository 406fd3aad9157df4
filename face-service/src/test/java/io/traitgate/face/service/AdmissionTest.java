package io.traitgate.face.service;

import static io.traitgate.face.service.Portraits.OBAMA_2009;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.traitgate.contract.http.Route;
import io.traitgate.inference.lane.LanePriority;
import io.traitgate.inference.lane.Lanes;
import io.traitgate.inference.lane.WorkKind;
import io.traitgate.inference.lane.Workload;
import io.traitgate.testkit.WithLocalStores;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithLocalStores(service = "face")
class AdmissionTest {

    private static final int CALLS = 40;

    @Inject
    FaceClient client;

    @Inject
    Lanes lanes;

    @Test
    @DisplayName("W-130 face: what would wait too long is refused at once with 503/170, the rest is answered")
    void overload_costsSomeCallsAQuickNo_andTheOthersNothing() throws Exception {
        byte[] video = FaceVideos.webm(OBAMA_2009, 3, false);
        String session = client.session();
        List<Response> answers;
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLS)) {
            List<Future<Response>> calls = IntStream.range(0, CALLS)
                    .mapToObj(i -> callers.submit(() -> client.post(
                            Route.FACE_ENROL, FaceClient.body(session, video).put("call", i))))
                    .toList();
            answers = calls.stream().map(AdmissionTest::result).toList();
        }

        List<Response> refused =
                answers.stream().filter(it -> it.statusCode() == 503).toList();
        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 503);
        assertThat(refused).hasSizeBetween(1, CALLS - 2).allSatisfy(answer -> {
            FaceClient.assertRefused(answer, 503, 170);
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        });
    }

    @Test
    @DisplayName("W-130 face: a call that is refused is refused by its head, before its body is read")
    void refusalComesBeforeTheBody() throws Exception {
        WorkKind endless = new WorkKind("endless", Duration.ofMinutes(1));
        CountDownLatch end = new CountDownLatch(1);
        try (Socket caller = new Socket("localhost", RestAssured.port)) {
            for (int lane = 0; lane < lanes.size(); lane++) {
                lanes.submit(LanePriority.AUTHENTICATION, Workload.of(endless), Duration.ofHours(1), () -> {
                    end.await();
                    return null;
                });
            }
            assertThat(lanes.overload()).isPresent();
            OutputStream out = caller.getOutputStream();

            out.write("POST /v1/face/auth HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n".getBytes(US_ASCII));
            out.flush();
            String first = head(caller);
            // The rest of the call is thrown away, and the connection serves on.
            out.write(new byte[100_000]);
            out.write("POST /v1/face/auth HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
            out.flush();
            String second = head(caller);

            assertThat(List.of(first, second))
                    .allSatisfy(answer -> assertThat(answer)
                            .startsWith("HTTP/1.1 503 ")
                            .contains("Retry-After: ")
                            .contains("\"code\":170"));
        } finally {
            end.countDown();
        }
    }

    /** An answer, which here always comes in one piece. */
    private static String head(Socket caller) throws IOException {
        caller.setSoTimeout(20_000);
        byte[] answer = new byte[4096];
        int length = caller.getInputStream().read(answer);
        return new String(answer, 0, Math.max(0, length), US_ASCII);
    }

    private static Response result(Future<Response> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
