package io.traitgate.modality.attempt;

import io.vertx.mutiny.redis.client.Response;
import java.util.Optional;

/** What became of an attempt's end. */
sealed interface FinishResult {

    /** Lease and reservation were returned, nothing more was asked. */
    record Released() implements FinishResult {}

    /**
     * The answer counts and is stored.
     *
     * @param left attempts that are left; empty where they are not counted
     */
    record Settled(Optional<Integer> left) implements FinishResult {}

    /** Another run of the attempt was faster: this is its answer, sealed. */
    record Overtaken(String stored) implements FinishResult {}

    /** The answer does not count: the lease lapsed, or the person was deleted. */
    record Lost() implements FinishResult {}

    /** The answer does not count: the token it was given for is spent or replaced. */
    record TokenGone() implements FinishResult {}

    static FinishResult of(Response answer) {
        String kind = answer.get(0).toString();
        return switch (kind) {
            case "released" -> new Released();
            case "settled" -> new Settled(BeginResult.left(answer.get(1)));
            case "stored" -> new Overtaken(answer.get(1).toString());
            case "lost" -> new Lost();
            case "token" -> new TokenGone();
            default -> throw new IllegalStateException("attempt-finish.lua answered " + kind);
        };
    }
}
