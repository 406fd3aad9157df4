package io.traitgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.traitgate.contract.http.Headers;
import io.traitgate.contract.signature.RequestSigner;
import io.traitgate.testkit.trace.CollectedSpan;
import io.traitgate.testkit.trace.TraceCollector;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With a collector of traces. */
@QuarkusTest
@QuarkusTestResource(value = TraceCollector.class, restrictToAnnotatedClass = true)
final class TracingTest extends GatewayTest {

    private static final String KEY = "key-of-a-traced-call";
    private static final String SECRET = "secret-of-a-traced-call";
    private static final String BODY =
            "{\"userId\":\"somebody-in-a-trace\",\"device\":\"device\",\"system\":\"system\"}";

    @Test
    void callAndForwardedCall_areOneTrace_withTheRequestIdOfTheAnswer() {
        String requestId = requestId(post("/v1/sessions", Map.of()));

        List<CollectedSpan> spans =
                TraceCollector.await(2, span -> span.requestId().equals(requestId));
        Map<String, String> forwarded = upstream.only().headers();
        assertThat(spans)
                .extracting(CollectedSpan::trace)
                .containsOnly(spans.getFirst().trace());
        assertThat(forwarded.get("traceparent"))
                .startsWith("00-" + spans.getFirst().trace() + "-");
        assertThat(spans)
                .extracting(CollectedSpan::id)
                .contains(String.valueOf(forwarded.get("traceparent")).split("-")[2]);
    }

    @Test
    void traceOfTheCaller_goesOn() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        post("/v1/sessions", Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        assertThat(upstream.only().headers().get("traceparent")).startsWith("00-" + trace + "-");
        assertThat(TraceCollector.await(2, span -> span.trace().equals(trace))).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void secretsAndBodies_areInNoSpan() {
        String requestId = requestId(post("/v1/sessions?session=0123456789", Map.of()));

        TraceCollector.await(1, span -> span.requestId().equals(requestId));
        assertThat(TraceCollector.everything())
                .doesNotContain("session=0123456789")
                .doesNotContain(KEY)
                .doesNotContain(SECRET)
                .doesNotContain(signature())
                .doesNotContain("somebody-in-a-trace");
    }

    private HttpResponse<String> post(String path, Map<String, String> more) {
        pairs.publish(KEY, SECRET);
        Map<String, String> headers = new HashMap<>(more);
        headers.put(Headers.API_KEY, KEY);
        headers.put(Headers.API_SIGNATURE, signature());
        return gateway.send("POST", path, headers, BodyPublishers.ofString(BODY));
    }

    private static String signature() {
        return RequestSigner.sign(SECRET, "POST", "/v1/sessions", BODY.getBytes(StandardCharsets.UTF_8));
    }

    private static String requestId(HttpResponse<String> answer) {
        return answer.headers().firstValue(Headers.REQUEST_ID).orElseThrow();
    }
}
