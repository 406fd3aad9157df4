package io.traitgate.contract.topic;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every topic, with what the launcher or the chart's job needs to make it; brokers do not create topics by
 * themselves.
 */
public enum Topic {
    /** Key: API key. From console to gateway; secrets are sealed to the gateway. */
    APPLICATION_KEYS(Size.DEFAULT, null),
    /** Key: application. From console to all. */
    APPLICATION_SETTINGS(Size.DEFAULT, null),
    /** Key: person. From face-service to itself. */
    FACE_ENROLMENTS(Size.SAMPLES, Duration.ofDays(7)),
    FACE_ENROLMENTS_DEAD(Size.SAMPLES, Duration.ofDays(30)),
    /** Key: person. From voice-service to itself. */
    VOICE_ENROLMENTS(Size.SAMPLES, Duration.ofDays(7)),
    VOICE_ENROLMENTS_DEAD(Size.SAMPLES, Duration.ofDays(30)),
    /** Key: person, module, device. From the modality to session-service. */
    ENROLMENT_STATUS(Size.DEFAULT, null),
    /** Key: person, device. From behaviour-service to itself. */
    BEHAVIOUR(Size.DEFAULT, Duration.ofDays(1)),
    /** Key: application. From behaviour- and anomaly-service to anomaly-service. */
    OBSERVATIONS(Size.DEFAULT, Duration.ofDays(1)),
    /** Key: application. From all to console; sealed to the console. */
    EVENTS(Size.EVENTS, Duration.ofDays(1)),
    /** Key: person. From console to all; kept for ever, so that a restored backup brings nobody back. */
    ERASURES(Size.DEFAULT, null),
    /** Key: person, service. From each service to the console: it has carried out the person's newest erasure. */
    ERASURE_CONFIRMATIONS(Size.DEFAULT, null);

    /** Enough for every service to scale to a dozen instances without a change of keys. */
    public static final int PARTITIONS = 12;

    private final int maxRecordBytes;
    private final @Nullable Duration retention;

    Topic(int maxRecordBytes, @Nullable Duration retention) {
        this.maxRecordBytes = maxRecordBytes;
        this.retention = retention;
    }

    public String topicName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Only the newest record of each key is kept, for ever. */
    public boolean compacted() {
        return retention == null;
    }

    /** How long records are kept; empty for compacted topics. */
    public Optional<Duration> retention() {
        return Optional.ofNullable(retention);
    }

    public int partitions() {
        return PARTITIONS;
    }

    /** The limit of the topic, its producers and its consumers, in bytes. */
    public int maxRecordBytes() {
        return maxRecordBytes;
    }

    /**
     * The topic with this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Topic ofName(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName().equals(topicName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no topic is called " + topicName));
    }

    private static final class Size {
        static final int DEFAULT = 1 << 20;
        static final int EVENTS = 4 << 20;
        static final int SAMPLES = 8 << 20;
    }
}
