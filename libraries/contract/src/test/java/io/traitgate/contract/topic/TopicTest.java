package io.traitgate.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {

    @ParameterizedTest
    @EnumSource
    void everyTopicIsFoundByItsName(Topic topic) {
        assertThat(Topic.ofName(topic.topicName())).isEqualTo(topic);
        assertThat(topic.compacted()).isEqualTo(topic.retention().isEmpty());
    }

    @Test
    void namesAndTimesAreThoseOfTheDesign() {
        assertThat(Arrays.stream(Topic.values()).map(Topic::topicName))
                .containsExactly(
                        "application-keys",
                        "application-settings",
                        "face-enrolments",
                        "face-enrolments-dead",
                        "voice-enrolments",
                        "voice-enrolments-dead",
                        "enrolment-status",
                        "behaviour",
                        "observations",
                        "events",
                        "erasures",
                        "erasure-confirmations");
        assertThat(Topic.FACE_ENROLMENTS.retention()).contains(Duration.ofDays(7));
        assertThat(Topic.FACE_ENROLMENTS.maxRecordBytes()).isEqualTo(8 << 20);
        assertThat(Topic.EVENTS.maxRecordBytes()).isEqualTo(4 << 20);
        assertThat(Topic.VOICE_ENROLMENTS_DEAD.retention()).contains(Duration.ofDays(30));
    }
}
