package io.traitgate.kit.identity;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Gives UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then 74 random bits.
 *
 * <p>They sort by time to the millisecond; within one, the order is chance. They are ids, not secrets.
 */
@Singleton
public final class TimeOrderedIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final SecureRandom chance;

    public TimeOrderedIds(Clock clock, SecureRandom chance) {
        this.clock = clock;
        this.chance = chance;
    }

    /** A new id. */
    public UUID next() {
        long most = clock.millis() << 16 | VERSION_7 | chance.nextInt(1 << 12);
        long least = VARIANT | chance.nextLong() >>> 2;
        return new UUID(most, least);
    }
}
