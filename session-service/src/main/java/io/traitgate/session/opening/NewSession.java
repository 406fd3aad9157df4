package io.traitgate.session.opening;

import io.traitgate.contract.error.ApiException;
import io.traitgate.kit.request.JsonRequest;
import io.traitgate.modality.session.ClientDevice;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for, with all that the known clients get wrong: one misspells the user id, some send a number for
 * it, one knows no system, and the sizes of the screen are swapped, fractional, null or left out.
 *
 * @param userId exactly as it was sent, 1 to {@value #LONGEST_USER_ID} characters
 * @param client the device
 * @param metadata what the answer repeats
 */
record NewSession(
        String userId, ClientDevice client, @Nullable String metadata) {

    static final int LONGEST_USER_ID = 256;

    /** Longer than any name of a device or system that was ever seen. */
    static final int LONGEST_NAME = 1024;

    private static final String USER_ID = "userId";
    private static final String USER_ID_MISSPELT = "userID";

    /**
     * Reads a request.
     *
     * @throws ApiException 400/106 naming the first field that is missing or cannot be used
     */
    static NewSession of(JsonRequest request) {
        return new NewSession(
                userId(request),
                new ClientDevice(
                        name("device", request.requiredText("device")),
                        system(request),
                        number(request.number("screenHeight")),
                        number(request.number("screenWidth"))),
                request.metadata());
    }

    private static String userId(JsonRequest request) {
        String userId = request.text(USER_ID)
                .or(() -> request.text(USER_ID_MISSPELT))
                .orElseThrow(() -> ApiException.missingParameter(USER_ID));
        int characters = userId.codePointCount(0, userId.length());
        if (characters < 1 || characters > LONGEST_USER_ID || !wellFormed(userId)) {
            throw ApiException.invalidParameter(USER_ID);
        }
        return userId;
    }

    /** It may be null, but it must be mentioned. */
    private static @Nullable String system(JsonRequest request) {
        if (!request.mentions("system")) {
            throw ApiException.missingParameter("system");
        }
        return request.text("system").map(system -> name("system", system)).orElse(null);
    }

    private static String name(String field, String name) {
        if (name.length() > LONGEST_NAME || name.indexOf('\0') >= 0 || !wellFormed(name)) {
            throw ApiException.invalidParameter(field);
        }
        return name;
    }

    /** Half a surrogate pair has no form in UTF-8: different texts would become one. */
    private static boolean wellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    /** Without the user id. */
    @Override
    public String toString() {
        return "NewSession[client=" + client + "]";
    }
}
