package io.traitgate.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TimeOrderedIdsTest {
    private static final Instant NOW = Instant.ofEpochMilli(0x017F22E279B0L);

    private final TimeOrderedIds ids = new TimeOrderedIds(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());

    @Test
    void beginsWithTheTimeAndNamesVersionAndVariant() {
        UUID id = ids.next();

        assertThat(id.toString()).startsWith("017f22e2-79b0-7");
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void differsWithinAMillisecond() {
        Set<UUID> many = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(ids.next());
        }
        assertThat(many).hasSize(10_000);
    }

    @Test
    void sortsByTime() {
        TimeOrderedIds later = new TimeOrderedIds(Clock.fixed(NOW.plusMillis(1), ZoneOffset.UTC), new SecureRandom());

        assertThat(ids.next().toString()).isLessThan(later.next().toString());
    }
}
