package io.traitgate.modality.session;

import org.jspecify.annotations.Nullable;

/**
 * What a client said about itself when it opened the session; hints, never trusted for a decision about access.
 *
 * @param device model or browser name
 * @param system operating system; absent when the client did not know it
 * @param screenHeight in whatever unit the client uses; web clients swap the two
 * @param screenWidth likewise
 */
public record ClientDevice(
        String device,
        @Nullable String system,
        @Nullable Double screenHeight,
        @Nullable Double screenWidth) {

    /** Whether the client runs on iOS, whose resized photos lose their orientation flag. */
    public boolean isIos() {
        return system != null && system.startsWith("iOS");
    }
}
