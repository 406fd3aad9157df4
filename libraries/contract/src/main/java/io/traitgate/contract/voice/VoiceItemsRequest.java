package io.traitgate.contract.voice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/voice/enroll} and {@code POST /v1/voice/auth}.
 *
 * @param voices recordings in base64, 1 to 20
 */
public record VoiceItemsRequest(
        String session, List<String> voices, @Nullable String metadata) {

    public VoiceItemsRequest {
        voices = List.copyOf(voices);
    }

    /** Without the recordings. */
    @Override
    public String toString() {
        return "VoiceItemsRequest[voices=" + voices.size() + "]";
    }
}
