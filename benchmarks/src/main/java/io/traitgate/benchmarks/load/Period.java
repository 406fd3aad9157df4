package io.traitgate.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one period of load came to.
 *
 * @param offered calls a second that were to be sent; 0 where the next call waits for the last answer
 * @param length over which calls were sent
 * @param sent calls
 * @param accepted answered with 200, a second
 * @param refused answered with 503, a second
 * @param failed answered otherwise or not at all, in all
 * @param p50 milliseconds of accepted calls
 * @param p99 milliseconds of accepted calls
 * @param refusedP50 milliseconds of refused calls
 * @param refusedP99 milliseconds of refused calls
 * @param cores time that each process had on the cores for each second in which answers were counted
 */
public record Period(
        double offered,
        Duration length,
        long sent,
        double accepted,
        double refused,
        long failed,
        @Nullable Double p50,
        @Nullable Double p99,
        @Nullable Double refusedP50,
        @Nullable Double refusedP99,
        Map<String, Duration> cores) {

    private static final int OK = 200;
    private static final int REFUSED = 503;

    static Period of(double offered, Duration length, long sent, Answers answers, Map<String, Duration> cores) {
        return new Period(
                offered,
                length,
                sent,
                answers.rate(OK),
                answers.rate(REFUSED),
                sent - answers.count(OK) - answers.count(REFUSED),
                answers.millis(OK, 0.5),
                answers.millis(OK, 0.99),
                answers.millis(REFUSED, 0.5),
                answers.millis(REFUSED, 0.99),
                cores);
    }
}
