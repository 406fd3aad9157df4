package io.traitgate.contract.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as clients do: {@code base64(HMAC-SHA256(secret, METHOD LF path LF body))}. */
public final class RequestSigner {

    private RequestSigner() {}

    /**
     * The value of {@link io.traitgate.contract.http.Headers#API_SIGNATURE}.
     *
     * @param secret taken as text, also where it looks like hexadecimal; not empty
     * @param method any case
     * @param path without query; case does not matter, a trailing slash does
     * @param body exactly the bytes that are sent
     */
    public static String sign(String secret, String method, String path, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String head = method.toUpperCase(Locale.ROOT) + "\n" + path.toLowerCase(Locale.ROOT) + "\n";
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
