package io.traitgate.modality.token;

import java.time.Duration;
import java.time.Instant;

/**
 * A token as the session remembers it.
 *
 * @param type what it was fetched for
 * @param digits such as {@code 6-6-7}
 * @param issuedAt when it was fetched
 * @param used whether an authentication has consumed it
 */
public record IssuedToken(TokenType type, String digits, Instant issuedAt, boolean used) {

    /** How long a token may be spoken after it was fetched. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    /** Where the newest token of a session stands; computed, so that an expired token differs from none. */
    public TokenState state(Instant now) {
        if (used) {
            return TokenState.SPENT;
        }
        if (now.isBefore(issuedAt.plus(LIFE))) {
            return TokenState.LIVE;
        }
        return type == TokenType.AUTH ? TokenState.SPENT : TokenState.NONE;
    }

    /** The same token after an authentication has used it. */
    public IssuedToken consumed() {
        return new IssuedToken(type, digits, issuedAt, true);
    }

    /** Without the digits: who knows them can speak them. */
    @Override
    public String toString() {
        return "IssuedToken[type=" + type + ", issuedAt=" + issuedAt + ", used=" + used + "]";
    }
}
