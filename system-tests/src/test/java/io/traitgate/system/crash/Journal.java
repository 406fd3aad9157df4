package io.traitgate.system.crash;

import io.traitgate.contract.http.Route;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** All calls of a round, and whatever must not have happened. */
final class Journal {
    /** What the calls of the mix may be told besides 200 while something is broken: D-40 of the contract, and "building". */
    private static final List<String> ALLOWED = List.of("503/120", "503/170", "500/104", "500/170", "424/103");

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private volatile boolean gatewayIsGone;

    /** Notes a call, and judges it. */
    void add(Call call) {
        calls.add(call);
        if (!call.isAnswered()) {
            if (!gatewayIsGone) {
                violate(call + ": " + call.problem());
            }
        } else if (!call.problem().isEmpty()) {
            violate(call + ": " + call.problem());
        } else if (!call.succeeded() && !ALLOWED.contains(call.kind())) {
            violate(call + ": " + call.answer());
        }
    }

    /** Says whether nobody may be there to answer at all. */
    void gatewayIsGone(boolean gone) {
        gatewayIsGone = gone;
    }

    void violate(String what) {
        violations.add(what);
    }

    /** Begins anew and gives what was found since the last time. */
    List<String> takeViolations() {
        List<String> taken = List.copyOf(violations);
        violations.removeAll(taken);
        return taken;
    }

    void forgetCalls() {
        calls.clear();
    }

    /** When the last of those calls that began after a time and failed was over; that time if there is none. */
    long lastFailureAfter(long time) {
        return calls.stream()
                .filter(call -> call.started() >= time && call.failed())
                .mapToLong(Call::ended)
                .max()
                .orElse(time);
    }

    /** Whether a call of this kind that began after a time has succeeded. */
    boolean hasSuccessAfter(Route route, long time) {
        return calls.stream().anyMatch(call -> call.route() == route && call.started() >= time && call.succeeded());
    }

    /** How often which refusal was given. */
    Map<String, Integer> refusals() {
        return counts(call -> !call.succeeded() && !call.is(424, 103));
    }

    int size() {
        return calls.size();
    }

    private Map<String, Integer> counts(Predicate<Call> which) {
        Map<String, Integer> counts = new TreeMap<>();
        calls.stream().filter(which).forEach(call -> counts.merge(call.kind(), 1, Integer::sum));
        return counts;
    }
}
