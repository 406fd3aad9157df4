package io.traitgate.system.crash;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What clients know of their users' enrolments: those they have tried, and those that were acknowledged. */
final class Ledger {
    private final Map<String, Set<Integer>> attempted = new ConcurrentHashMap<>();
    private final Map<String, Set<Integer>> acknowledged = new ConcurrentHashMap<>();

    /** A client is about to send a user's enrolment; a repeat has the same number. */
    void attempt(String user, int enrolment) {
        attempted.computeIfAbsent(user, _ -> ConcurrentHashMap.newKeySet()).add(enrolment);
    }

    /** It was answered with 200. */
    void acknowledge(String user, int enrolment) {
        acknowledged.computeIfAbsent(user, _ -> ConcurrentHashMap.newKeySet()).add(enrolment);
    }

    boolean hasAcknowledged(String user) {
        return acknowledged.containsKey(user);
    }

    /** How many enrolments of each user must be in the template. */
    Map<String, Integer> least() {
        return sizes(acknowledged);
    }

    /** How many of each user may be there at most. */
    Map<String, Integer> most() {
        return sizes(attempted);
    }

    private static Map<String, Integer> sizes(Map<String, Set<Integer>> sets) {
        return sets.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().size()));
    }
}
