package io.traitgate.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How long answers took, by status. Rates are of the answers that came while calls were sent and after the first ones had
 * filled the queue: what is answered when the load is over counts for no throughput. Thread-safe.
 */
final class Answers {
    static final Duration FILLING = Duration.ofSeconds(2);
    private static final long LONGEST_MICROS = 60_000_000;
    private static final int DIGITS = 3;

    private final Duration length;
    private final Map<Integer, Histogram> times = new TreeMap<>();
    private final Map<Integer, Long> inTime = new TreeMap<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private long began;

    /** Of calls that are sent over this time, which is longer than the two seconds that are left out. */
    Answers(Duration length) {
        this.length = length;
    }

    /** The first call, which begins the time. */
    synchronized void begin(long now) {
        if (began == 0) {
            began = now;
            first.countDown();
        }
    }

    /** Waits for the first call. */
    void awaitFirst() throws InterruptedException {
        first.await();
    }

    synchronized void add(int status, long due, long now) {
        times.computeIfAbsent(status, unused -> new Histogram(LONGEST_MICROS, DIGITS))
                .recordValue(Math.clamp((now - due) / 1_000, 1, LONGEST_MICROS));
        var after = now - began;
        if (after >= FILLING.toNanos() && after <= length.toNanos()) {
            inTime.merge(status, 1L, Long::sum);
        }
    }

    synchronized long count(int status) {
        var found = times.get(status);
        return found == null ? 0 : found.getTotalCount();
    }

    /** Answers a second. */
    synchronized double rate(int status) {
        return inTime.getOrDefault(status, 0L) / (length.minus(FILLING).toNanos() / 1e9);
    }

    /** Milliseconds below which this share of the answers with the status came; null if there are none. */
    synchronized @Nullable Double millis(int status, double share) {
        var found = times.get(status);
        return found == null ? null : found.getValueAtPercentile(share * 100) / 1e3;
    }
}
