package io.traitgate.modality.attempt;

import io.traitgate.kit.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * How many authentications of a person may fail in a module.
 *
 * <ul>
 *   <li>{@code attempts.budget}: false switches it off, default true;
 *   <li>{@code attempts.consecutive}: failures in a row until the first wait, 1 to 100, default 5;
 *   <li>{@code attempts.wait}: the first wait, which doubles with every further failure, 1 second to 1 hour, default 30
 *       seconds;
 *   <li>{@code attempts.wait.longest}: the longest wait, 1 second to 1 day, default 15 minutes;
 *   <li>{@code attempts.monthly}: failures in any 30 days, whatever succeeds between them, 1 to 500, default 50;
 *   <li>{@code attempts.told}: how many of these failures are answered with their score, 0 to 500, default 3. The others
 *       are answered with 0: some fifty scores below the threshold are enough to rebuild a template, even in steps of 0.01,
 *       see {@code docs/security.md}.
 * </ul>
 *
 * @param consecutive failures in a row until the first wait
 * @param firstWait the first wait
 * @param longestWait where it stops to double
 * @param monthly most failures in any {@link #MONTH}
 * @param told failures in any {@link #MONTH} whose score the caller learns, on all devices together
 */
record BudgetRules(int consecutive, Duration firstWait, Duration longestWait, int monthly, int told) {

    static final Duration MONTH = Duration.ofDays(30);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** The rules an application has set; empty where it has switched them off. */
    static Optional<BudgetRules> of(Settings set) {
        if (!set.flag("attempts.budget", true)) {
            return Optional.empty();
        }
        return Optional.of(new BudgetRules(
                Math.clamp(set.integer("attempts.consecutive", 5), 1, 100),
                clamp(set.duration("attempts.wait", Duration.ofSeconds(30)), Duration.ofHours(1)),
                clamp(set.duration("attempts.wait.longest", Duration.ofMinutes(15)), Duration.ofDays(1)),
                Math.clamp(set.integer("attempts.monthly", 50), 1, 500),
                Math.clamp(set.integer("attempts.told", 3), 0, 500)));
    }

    /** As the scripts read them. */
    String text() {
        return LongStream.of(consecutive, firstWait.toMillis(), longestWait.toMillis(), monthly, MONTH.toMillis(), told)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }

    private static Duration clamp(Duration set, Duration longest) {
        if (set.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return set.compareTo(longest) > 0 ? longest : set;
    }
}
