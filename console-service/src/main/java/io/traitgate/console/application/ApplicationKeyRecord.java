package io.traitgate.console.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of a record of {@code application-keys}, version 1.
 *
 * @param v the version of this form
 * @param sealedSecret sealed to the gateway, base64
 * @param validUntil absent for a key without end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SuppressWarnings("ArrayRecordComponent")
record ApplicationKeyRecord(
        int v,
        String apiKey,
        String application,
        List<String> permissions,
        byte[] sealedSecret,
        @Nullable Instant validUntil) {

    static final int VERSION = 1;
}
