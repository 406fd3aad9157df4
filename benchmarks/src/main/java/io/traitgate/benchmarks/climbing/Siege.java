package io.traitgate.benchmarks.climbing;

/** One attack on one person. */
final class Siege {
    private final Oracle oracle;
    private final Attack attack;

    Siege(Oracle oracle, Attack attack) {
        this.oracle = oracle;
        this.attack = attack;
    }

    /** Goes on until so many calls were answered, the next would be refused, or one was accepted. */
    void continueTo(int calls) {
        while (oracle.calls() < calls && !oracle.entered() && call()) {
            // Each call is the attack's own next step.
        }
    }

    /** Makes all calls of a month, then waits for the next. */
    void useUpMonth() {
        continueTo(Integer.MAX_VALUE);
        oracle.forgetFailures();
    }

    /** Whether there was another photo, and an answer. */
    private boolean call() {
        var items = attack.next();
        if (items.isEmpty()) {
            return false;
        }
        var told = oracle.ask(items.get());
        told.ifPresent(interval -> attack.learn(items.get(), interval));
        return told.isPresent();
    }

    boolean hasFallen() {
        return oracle.entered() || oracle.admits(attack.rebuilt());
    }
}
