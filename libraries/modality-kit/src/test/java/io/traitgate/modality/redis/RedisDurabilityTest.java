package io.traitgate.modality.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedisDurabilityTest {

    private static final String SOUND_MEMORY = "# Memory\r\nmaxmemory:0\r\nmaxmemory_policy:noeviction\r\n";

    @Test
    void appendOnlyFileWithoutEviction_hasNoFault() {
        assertThat(RedisDurability.faults("# Persistence\r\naof_enabled:1\r\n", SOUND_MEMORY))
                .isEmpty();
    }

    @Test
    void missingAppendOnlyFile_isNamed() {
        assertThat(RedisDurability.faults("aof_enabled:0\r\n", SOUND_MEMORY)).containsExactly("appendonly is off");
    }

    @Test
    void eviction_isNamed() {
        assertThat(RedisDurability.faults("aof_enabled:1\r\n", "maxmemory_policy:allkeys-lru\r\n"))
                .containsExactly("maxmemory-policy is allkeys-lru");
    }

    @Test
    void silence_isAFault() {
        assertThat(RedisDurability.faults("", "")).hasSize(2);
    }
}
