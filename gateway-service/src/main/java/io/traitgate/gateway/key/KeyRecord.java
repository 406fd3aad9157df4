package io.traitgate.gateway.key;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.traitgate.contract.Permission;
import io.traitgate.contract.signature.SharedSecret;
import io.traitgate.keys.Unsealer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record of topic {@code application-keys}; its key is the API key.
 *
 * @param version of the record's form: 1
 * @param permissions names of {@link Permission}
 * @param sealedSecret sealed to the gateway, bound to the topic and the API key
 * @param validUntil null for a pair without end
 */
@SuppressWarnings("ArrayRecordComponent")
record KeyRecord(
        int version,
        String application,
        List<String> permissions,
        byte[] sealedSecret,
        @Nullable Instant validUntil) {

    private static final int KNOWN_VERSION = 1;
    private static final String PURPOSE = "application-keys";

    @JsonCreator
    static KeyRecord of(
            @JsonProperty(value = "v", required = true) int version,
            @JsonProperty(value = "application", required = true) String application,
            @JsonProperty(value = "permissions", required = true) List<String> permissions,
            @JsonProperty(value = "sealedSecret", required = true) byte[] sealedSecret,
            @JsonProperty("validUntil") @Nullable Instant validUntil) {
        if (version != KNOWN_VERSION) {
            throw new IllegalArgumentException("Version " + version + " of the key record is not known");
        }
        return new KeyRecord(version, application, permissions, sealedSecret, validUntil);
    }

    /** The pair, with its secret unsealed; fails for a record that was sealed for another key or receiver. */
    ApplicationKey unseal(String apiKey, Unsealer unsealer) {
        String secret = new String(unsealer.open(sealedSecret, PURPOSE, apiKey), StandardCharsets.UTF_8);
        return new ApplicationKey(
                apiKey,
                application,
                Permission.parseAll(permissions),
                SharedSecret.of(secret),
                Optional.ofNullable(validUntil));
    }
}
