package io.traitgate.modality.token;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token was fetched for. Enrolment tokens have fixed digits: the first five hold all ten digits, so that who
 * enrols with them has spoken each once at least.
 */
public enum TokenType {
    ENROL_1("enroll-1", "1-5-9"),
    ENROL_2("enroll-2", "2-6-0"),
    ENROL_3("enroll-3", "3-7-4"),
    ENROL_4("enroll-4", "8-0-5"),
    ENROL_5("enroll-5", "9-4-6"),
    ENROL_6("enroll-6", "1-2-3"),
    ENROL_7("enroll-7", "4-5-6"),
    ENROL_8("enroll-8", "7-8-9"),
    ENROL_9("enroll-9", "0-0-1"),
    /** Digits are drawn anew for every call. */
    AUTH("auth", null);

    private final String wireName;
    private final @Nullable String digits;

    TokenType(String wireName, @Nullable String digits) {
        this.wireName = wireName;
        this.digits = digits;
    }

    /**
     * The type with this wire name.
     *
     * @throws ApiException with 400/106 for any other text, and for none
     */
    public static TokenType parse(@Nullable String text) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(text))
                .findFirst()
                .orElseThrow(() -> new ApiException(ApiError.INVALID_TOKEN_TYPE));
    }

    /** The name on the wire. */
    public String wireName() {
        return wireName;
    }

    /** The digits of an enrolment token. */
    Optional<String> fixedDigits() {
        return Optional.ofNullable(digits);
    }
}
