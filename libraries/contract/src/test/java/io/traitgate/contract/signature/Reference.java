package io.traitgate.contract.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The recipe written down as plainly as possible, over whole messages: what the streaming code is held against. */
final class Reference {

    private Reference() {}

    static String standard(String secret, String method, String path, byte[] body) {
        byte[] head = (method.toUpperCase(Locale.ROOT) + "\n" + path.toLowerCase(Locale.ROOT) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] message = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        return hmac(secret.getBytes(StandardCharsets.UTF_8), message);
    }

    static String web(String secret, String method, String path, byte[] body) {
        String text = method.toUpperCase(Locale.ROOT) + "\n" + path.toLowerCase(Locale.ROOT) + "\n"
                + new String(body, StandardCharsets.UTF_8);
        return hmac(fold(secret), fold(text));
    }

    static byte[] fold(String text) {
        char[] units = text.toCharArray();
        byte[] bytes = new byte[(units.length + 3) / 4 * 4];
        int word = 0;
        for (int i = 0; i < bytes.length; i++) {
            word = (word << 8) | (i < units.length ? units[i] : 0);
            if (i % 4 == 3) {
                bytes[i - 3] = (byte) (word >>> 24);
                bytes[i - 2] = (byte) (word >>> 16);
                bytes[i - 1] = (byte) (word >>> 8);
                bytes[i] = (byte) word;
                word = 0;
            }
        }
        return Arrays.copyOf(bytes, units.length);
    }

    private static String hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
