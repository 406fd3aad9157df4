package io.traitgate.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.crypto.tink.PublicKeyVerify;
import io.traitgate.keys.CallerRefusedException.Reason;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a request only with a caller context that the gateway (or, for its own calls, the console) signed for exactly this
 * request, less than a minute ago.
 *
 * <p>All keys of the bundle's verification keyset count, so a new key is added there before it signs. Within the minute the same request may be presented again: nothing is remembered. That is harmless since every
 * route answers a repeat as it answered the first.
 */
public final class CallerContextVerifier {
    /** How far the clocks of gateway and service, and the way between them, may be apart. */
    public static final Duration TOLERANCE = Duration.ofSeconds(60);

    private static final int MAXIMUM_HEADER = 4096;

    private final PublicKeyVerify keys;
    private final InstantSource clock;

    CallerContextVerifier(PublicKeyVerify keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The context of a request.
     *
     * @param header value of {@code X-TraitGate-Caller}; null if there is none
     * @param method the request's method, in upper case
     * @param path the request's path
     * @param body the request's body; hashing it takes about 1 ms for 1 MiB
     * @throws CallerRefusedException if the header does not vouch for this request
     */
    public CallerContext verify(@Nullable String header, String method, String path, byte[] body) {
        CallerContext context = authentic(header);
        if (age(context).abs().compareTo(TOLERANCE) > 0) {
            throw new CallerRefusedException(Reason.OUT_OF_TIME);
        }
        if (!context.method().equals(method)
                || !context.path().equals(path)
                || !sameHash(context.bodySha256(), CallerContext.hashOf(body))) {
            throw new CallerRefusedException(Reason.OTHER_REQUEST);
        }
        return context;
    }

    private CallerContext authentic(@Nullable String header) {
        if (header == null || header.length() > MAXIMUM_HEADER) {
            throw new CallerRefusedException(Reason.MALFORMED);
        }
        int dot = header.indexOf('.');
        if (dot < 0) {
            throw new CallerRefusedException(Reason.MALFORMED);
        }
        byte[] payload = decode(header.substring(0, dot));
        try {
            keys.verify(decode(header.substring(dot + 1)), payload);
        } catch (GeneralSecurityException refused) {
            throw new CallerRefusedException(Reason.FORGED);
        }
        try {
            return CallerContextPayload.read(payload);
        } catch (IOException otherVersion) {
            throw new CallerRefusedException(Reason.MALFORMED);
        }
    }

    private Duration age(CallerContext context) {
        return Duration.between(context.issuedAt(), clock.instant());
    }

    private static boolean sameHash(String expected, String actual) {
        return MessageDigest.isEqual(expected.getBytes(US_ASCII), actual.getBytes(US_ASCII));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new CallerRefusedException(Reason.MALFORMED);
        }
    }
}
