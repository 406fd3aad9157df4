package io.traitgate.kit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SettingsTest {
    @Test
    void givesWhatIsSet() throws JsonProcessingException {
        Settings settings = read("{\"v\":1,\"application\":\"demo\",\"settings\":{\"face.enroll.min\":5,\"share\":0.25,"
                + "\"voice.token.required\":true,\"name\":\"x\",\"wait\":\"PT30S\"}}");

        assertThat(settings.integer("face.enroll.min", 1)).isEqualTo(5);
        assertThat(settings.decimal("share", 1)).isEqualTo(0.25);
        assertThat(settings.flag("voice.token.required", false)).isTrue();
        assertThat(settings.text("name", "y")).isEqualTo("x");
        assertThat(settings.duration("wait", Duration.ZERO)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theDefaultCountsForWhatIsNotSetOrOfAnotherType() throws JsonProcessingException {
        Settings settings =
                read("{\"v\":1,\"settings\":{\"a\":\"5\",\"b\":null,\"c\":1.5,\"d\":\"soon\",\"e\":99999999999}}");

        assertThat(settings.integer("a", 1)).isEqualTo(1);
        assertThat(settings.integer("b", 1)).isEqualTo(1);
        assertThat(settings.integer("c", 1)).isEqualTo(1);
        assertThat(settings.integer("e", 1)).isEqualTo(1);
        assertThat(settings.duration("d", Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.flag("none", true)).isTrue();
        assertThat(Settings.NONE.text("none", "default")).isEqualTo("default");
    }

    @Test
    void anotherVersionIsNotRead() {
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> read("{\"v\":2,\"settings\":{}}"))
                .withMessageContaining("Version 2");
        assertThatExceptionOfType(JsonMappingException.class).isThrownBy(() -> read("{\"v\":1}"));
    }

    private static Settings read(String record) throws JsonProcessingException {
        return new ObjectMapper()
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                .readValue(record, SettingsRecord.class)
                .settings();
    }
}
