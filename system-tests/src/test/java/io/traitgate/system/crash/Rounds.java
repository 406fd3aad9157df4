package io.traitgate.system.crash;

import io.traitgate.contract.http.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Carries rounds out: breaks something, waits until everything works again, compares what was promised with what there is. */
final class Rounds {
    /** In which calls have to recover by themselves. */
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    /** In which acknowledged enrolments have to be in templates. */
    private static final Duration BUILT = Duration.ofSeconds(30);

    /** After which there is no use in waiting. */
    private static final Duration NEVER = Duration.ofSeconds(90);

    /** So long nothing may fail before calls count as recovered. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private static final List<Route> ROUTES =
            List.of(Route.SESSIONS, Route.FACE_TOKEN, Route.FACE_ENROL, Route.FACE_AUTH);
    private static final int LONGEST_DELAY_MILLIS = 1000;
    private static final int LOOK_AGAIN_MILLIS = 100;

    private final Injector injector;
    private final Books books;
    private final Journal journal;
    private final Ledger ledger;

    Rounds(Injector injector, Books books, Journal journal, Ledger ledger) {
        this.injector = injector;
        this.books = books;
        this.journal = journal;
        this.ledger = ledger;
    }

    /** One round. */
    Round run(int number, Fault fault, Random chances) throws InterruptedException {
        journal.forgetCalls();
        journal.gatewayIsGone(fault.victim() == Victim.GATEWAY);
        Thread.sleep(chances.nextInt(LONGEST_DELAY_MILLIS));
        long over = injector.inflict(fault);
        long recovered = awaitRecovery(over);
        journal.gatewayIsGone(false);
        long built = awaitBuilt();
        checkNothingIsCountedTwice();
        return new Round(
                number,
                fault,
                journal.size(),
                journal.refusals(),
                millis(recovered - over),
                millis(built - over),
                journal.takeViolations());
    }

    /** Waits until every kind of call works and none fails any more; gives when the last one failed. */
    private long awaitRecovery(long over) throws InterruptedException {
        while (true) {
            long now = System.nanoTime();
            long failed = journal.lastFailureAfter(over);
            if (now - failed > QUIET.toNanos() && ROUTES.stream().allMatch(it -> journal.hasSuccessAfter(it, failed))) {
                if (failed - over > RECOVERY.toNanos()) {
                    journal.violate("calls recovered only after " + millis(failed - over) + " ms");
                }
                return failed;
            }
            if (now - over > NEVER.toNanos()) {
                journal.violate("calls have not recovered");
                return now;
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    /** Waits until what had been acknowledged before is in templates; gives when that was. */
    private long awaitBuilt() throws InterruptedException {
        Map<String, Integer> promised = ledger.least();
        long start = System.nanoTime();
        while (true) {
            Map<String, Integer> found = books.enrolments(promised.keySet());
            List<String> missing = promised.entrySet().stream()
                    .filter(entry -> found.getOrDefault(entry.getKey(), 0) < entry.getValue())
                    .map(entry -> entry.getKey() + " has " + found.get(entry.getKey()) + " of " + entry.getValue())
                    .toList();
            long now = System.nanoTime();
            if (missing.isEmpty()) {
                if (now - start > BUILT.toNanos()) {
                    journal.violate("templates came only after " + millis(now - start) + " ms");
                }
                return now;
            }
            if (now - start > NEVER.toNanos()) {
                journal.violate("acknowledged enrolments are lost: " + missing);
                return now;
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private void checkNothingIsCountedTwice() {
        Map<String, Integer> found = books.enrolments(ledger.most().keySet());
        Map<String, Integer> most = ledger.most();
        found.forEach((user, count) -> {
            if (count > most.getOrDefault(user, 0)) {
                journal.violate(user + " has " + count + " enrolments of " + most.get(user) + " that were sent");
            }
        });
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }
}
