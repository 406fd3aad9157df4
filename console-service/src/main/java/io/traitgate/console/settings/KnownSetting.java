package io.traitgate.console.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Every setting an application can have. What is not set has the default of the service that reads it. */
@SuppressWarnings("ImmutableEnumChecker") // The predicates keep no state.
enum KnownSetting {
    /** Samples until a face template exists; 1 unless set. */
    FACE_ENROL_MIN("face.enroll.min", wholeNumber(1, 20)),
    /** Samples until a voice template exists; 1 unless set. */
    VOICE_ENROL_MIN("voice.enroll.min", wholeNumber(1, 20)),
    /** Voice authentication without a live token is refused; false unless set. */
    VOICE_TOKEN_REQUIRED("voice.token.required", flag()),
    /** PNG photos are accepted; true unless set. */
    FACE_IMAGE_PNG("face.image.png", flag()),
    /** From whose devices photos that lie on their side are turned upright, not refused; {@code ios} unless set. */
    FACE_IMAGE_SIDEWAYS("face.image.sideways", oneOf("ios", "all", "none")),
    /** Failed authentications are budgeted; true unless set. */
    ATTEMPTS_BUDGET("attempts.budget", flag()),
    /** Failures in a row until the first wait; 5 unless set. */
    ATTEMPTS_CONSECUTIVE("attempts.consecutive", wholeNumber(1, 100)),
    /** The first wait, which doubles with every further failure; PT30S unless set. */
    ATTEMPTS_WAIT("attempts.wait", duration(Duration.ofSeconds(1), Duration.ofHours(1))),
    /** Where the wait stops to double; PT15M unless set. */
    ATTEMPTS_WAIT_LONGEST("attempts.wait.longest", duration(Duration.ofSeconds(1), Duration.ofDays(1))),
    /** Failures in any 30 days, whatever succeeds between them; 50 unless set. */
    ATTEMPTS_MONTHLY("attempts.monthly", wholeNumber(1, 500)),
    /** Failures in any 30 days that are answered with their score, the others with 0; 3 unless set. */
    ATTEMPTS_TOLD("attempts.told", wholeNumber(0, 500)),
    /** Days until the events of a call are deleted; {@code traitgate.events.retention} unless set. */
    EVENTS_RETENTION_DAYS(RetentionDays.SETTING, wholeNumber(1, 3650)),
    /** Events of keys with the permission {@code debug} keep what was sent; false unless set. */
    EVENTS_MEDIA("events.media", flag());

    private final String settingName;
    private final Kind kind;

    KnownSetting(String settingName, Kind kind) {
        this.settingName = settingName;
        this.kind = kind;
    }

    static Optional<KnownSetting> of(String settingName) {
        return Arrays.stream(values())
                .filter(setting -> setting.settingName.equals(settingName))
                .findFirst();
    }

    /** Name and allowed values of every setting, for a person who got one wrong. */
    static String all() {
        return Arrays.stream(values()).map(KnownSetting::toString).collect(Collectors.joining(", "));
    }

    boolean allows(JsonNode value) {
        return kind.allows.test(value);
    }

    /** Name and allowed values, such as {@code face.enroll.min (a whole number from 1 to 20)}. */
    @Override
    public String toString() {
        return settingName + " (" + kind.description + ")";
    }

    private static Kind wholeNumber(int least, int most) {
        return new Kind(
                "a whole number from " + least + " to " + most,
                value -> value.isIntegralNumber()
                        && value.canConvertToInt()
                        && value.intValue() >= least
                        && value.intValue() <= most);
    }

    private static Kind duration(Duration least, Duration most) {
        return new Kind(
                "an ISO 8601 duration from " + least + " to " + most,
                value -> asDuration(value)
                        .filter(set -> set.compareTo(least) >= 0 && set.compareTo(most) <= 0)
                        .isPresent());
    }

    private static Optional<Duration> asDuration(JsonNode value) {
        try {
            return value.isTextual() ? Optional.of(Duration.parse(value.textValue())) : Optional.empty();
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static Kind flag() {
        return new Kind("true or false", JsonNode::isBoolean);
    }

    private static Kind oneOf(String... texts) {
        Set<String> allowed = Set.of(texts);
        return new Kind(
                "one of " + String.join(", ", texts),
                value -> value.isTextual() && allowed.contains(value.textValue()));
    }

    private record Kind(String description, Predicate<JsonNode> allows) {}
}
