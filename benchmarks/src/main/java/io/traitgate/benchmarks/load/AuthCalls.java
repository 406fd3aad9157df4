package io.traitgate.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.traitgate.client.Credentials;
import io.traitgate.client.Json;
import io.traitgate.contract.face.FaceItemsRequest;
import io.traitgate.contract.http.Route;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed face authentications of one session, each with other bytes, so that none is answered from memory as a repeat of
 * another. They differ in their metadata, which comes last: what is before is hashed once, so that signing costs the load
 * generator next to nothing of the cores that it shares with what it measures. Safe for use by several threads.
 */
final class AuthCalls {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] start;
    private final Mac signedStart;
    private final AtomicLong number = new AtomicLong();

    /** Calls with one photo. */
    AuthCalls(Credentials credentials, String session, byte[] photo) {
        var whole = Json.text(
                new FaceItemsRequest(session, List.of(Base64.getEncoder().encodeToString(photo)), null));
        start = (whole.substring(0, whole.length() - 1) + ",\"metadata\":\"").getBytes(UTF_8);
        try {
            signedStart = Mac.getInstance(ALGORITHM);
            signedStart.init(new SecretKeySpec(credentials.secret().getBytes(UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
        signedStart.update(("POST\n" + Route.FACE_AUTH.path() + "\n").getBytes(UTF_8));
        signedStart.update(start);
    }

    /** The next call. */
    SignedCall next() {
        var end = (number.incrementAndGet() + "\"}").getBytes(UTF_8);
        var body = Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, body, start.length, end.length);
        try {
            var signature = ((Mac) signedStart.clone()).doFinal(end);
            return new SignedCall(body, Base64.getEncoder().encodeToString(signature));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's " + ALGORITHM + " can be cloned", e);
        }
    }

    /** Bytes of a call's body, to within a few. */
    int bodyBytes() {
        return start.length;
    }

    /** A body and the value of its signature's header. */
    @SuppressWarnings("ArrayRecordComponent")
    record SignedCall(byte[] body, String signature) {}
}
