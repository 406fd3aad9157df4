package io.traitgate.contract.signature;

import java.util.Base64;
import javax.crypto.Mac;

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
        Mac mac = SharedSecret.of(secret).mac();
        mac.update(MessageHead.of(method, path));
        return Base64.getEncoder().encodeToString(mac.doFinal(body));
    }
}
