package io.traitgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private final HttpSettings settings = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(HttpSettings.class)
            .build()
            .getConfigMapping(HttpSettings.class);

    @Test
    @DisplayName("W-126 the port is 8080 by default")
    void listensOn8080() {
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.tlsConfigurationName()).isEmpty();
    }

    @Test
    void answersWithinEightSecondsAndKeepsConnectionsForAMinute() {
        assertThat(settings.deadline()).isLessThan(Duration.ofSeconds(8));
        assertThat(settings.idleTimeout()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
        assertThat(settings.stallTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.drainLimit().asLongValue()).isEqualTo(16 << 20);
    }
}
