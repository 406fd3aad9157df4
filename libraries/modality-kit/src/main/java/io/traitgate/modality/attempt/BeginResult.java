package io.traitgate.modality.attempt;

import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.Optional;

/** What an attempt may do; in the order in which it is judged. */
sealed interface BeginResult {

    /** The session ended since it was found. */
    record NoSession() implements BeginResult {}

    /** It was answered before; sealed. */
    record Answered(String stored) implements BeginResult {}

    /** The same attempt is running. */
    record Running() implements BeginResult {}

    /** The token is spent, or there is none where one is required. */
    record NoToken() implements BeginResult {}

    /**
     * Redis knows of no template.
     *
     * @param known whether it knows the person's status at all
     * @param pending records that may become one
     */
    record NoTemplate(boolean known, int pending) implements BeginResult {}

    /** No attempt is left for so long. */
    record Exhausted(Duration pause) implements BeginResult {}

    /**
     * The lease is taken and, for an authentication, an attempt reserved.
     *
     * @param token the record of the session's newest token
     * @param left attempts beside this one; empty where they are not counted
     * @param told whether the caller may learn the score if it fails
     */
    record Begun(Optional<String> token, Optional<Integer> left, boolean told) implements BeginResult {

        /** Without the token. */
        @Override
        public String toString() {
            return "Begun[left=" + left + ", told=" + told + "]";
        }
    }

    static BeginResult of(Response answer) {
        String kind = answer.get(0).toString();
        return switch (kind) {
            case "session" -> new NoSession();
            case "stored" -> new Answered(answer.get(1).toString());
            case "running" -> new Running();
            case "token" -> new NoToken();
            case "template" ->
                new NoTemplate(answer.get(1).toInteger() == 1, answer.get(2).toInteger());
            case "budget" -> new Exhausted(Duration.ofMillis(answer.get(1).toLong()));
            case "begun" ->
                new Begun(
                        Optional.of(answer.get(1).toString()).filter(token -> !token.isEmpty()),
                        left(answer.get(2)),
                        answer.get(3).toInteger() == 1);
            default -> throw new IllegalStateException("attempt-begin.lua answered " + kind);
        };
    }

    /** Attempts left, as the scripts tell them. */
    static Optional<Integer> left(Response number) {
        return Optional.of(number.toInteger()).filter(left -> left >= 0);
    }
}
