package io.traitgate.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.client.Credentials;
import io.traitgate.client.Json;
import io.traitgate.contract.signature.RequestSigner;
import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class AuthCallsTest {
    private static final byte[] PHOTO = {1, 2, 3};

    private final AuthCalls calls =
            new AuthCalls(new Credentials(URI.create("http://localhost"), "key", "secret"), "session-1", PHOTO);

    @Test
    void everyCallIsSignedAsAClientSignsIt() {
        calls.next();

        var call = calls.next();

        assertThat(call.signature()).isEqualTo(RequestSigner.sign("secret", "POST", "/v1/face/auth", call.body()));
    }

    @Test
    void everyCallHoldsSessionAndPhoto() {
        var body = Json.tree(new String(calls.next().body(), UTF_8));

        assertThat(body.path("session").asText()).isEqualTo("session-1");
        assertThat(body.path("faces").path(0).asText())
                .isEqualTo(Base64.getEncoder().encodeToString(PHOTO));
    }

    @Test
    void noCallRepeatsAnother() {
        assertThat(calls.next().body()).isNotEqualTo(calls.next().body());
    }
}
