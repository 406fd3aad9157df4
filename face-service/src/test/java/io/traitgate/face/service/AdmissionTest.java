package io.traitgate.face.service;

import static io.traitgate.face.service.Portraits.OBAMA_2009;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.traitgate.contract.http.Route;
import io.traitgate.testkit.WithLocalStores;
import jakarta.inject.Inject;
import java.util.List;
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

    @Test
    @DisplayName("W-130 face: what would wait too long is refused at once with 503/170, the rest is answered")
    void overload_costsSomeCallsAQuickNo_andTheOthersNothing() throws Exception {
        byte[] video = FaceVideos.webm(OBAMA_2009, 3, false);
        String session = client.session();
        // The lanes learn what such a call costs.
        IntStream.range(0, 3).forEach(_ -> client.enrol(client.session(), video));

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

    private static Response result(Future<Response> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
