package io.traitgate.keys;

import com.google.crypto.tink.PublicKeySign;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Signs caller contexts with an Ed25519 key of its own, so that no service and no stranger inside can forge one. */
public final class CallerContextSigner {
    private final PublicKeySign key;

    CallerContextSigner(PublicKeySign key) {
        this.key = key;
    }

    /** The value of the header {@code X-TraitGate-Caller}: payload and signature in URL-safe base64, with a dot between. */
    public String sign(CallerContext context) {
        byte[] payload = CallerContextPayload.write(context);
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        try {
            return base64.encodeToString(payload) + '.' + base64.encodeToString(key.sign(payload));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Signing failed", impossible);
        }
    }
}
