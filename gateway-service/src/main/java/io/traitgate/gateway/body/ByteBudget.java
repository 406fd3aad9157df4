package io.traitgate.gateway.body;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that all bodies together may hold in memory. Whoever cannot reserve is refused at once, so that large
 * uploads cannot push the process out of memory. Thread-safe.
 */
public final class ByteBudget {

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    public ByteBudget(long limit) {
        this.limit = limit;
    }

    /** Takes bytes out of the budget if it has so many; tells whether it had. */
    public boolean reserve(long bytes) {
        if (used.addAndGet(bytes) <= limit) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    /** Gives reserved bytes back. */
    public void release(long bytes) {
        used.addAndGet(-bytes);
    }

    /** Whether so many bytes are left now; a later reservation may fail all the same. */
    public boolean hasRoomFor(long bytes) {
        return used.get() + bytes <= limit;
    }

    /** Bytes in use. */
    public long used() {
        return used.get();
    }
}
