package io.traitgate.modality.token;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.modality.session.Session;
import io.traitgate.modality.session.SessionStore;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Issues tokens and remembers the newest one of each module until the session ends. Tokens of face and voice are
 * independent; a newer token takes the place of the older one, whatever their types.
 */
@Singleton
public final class TokenStore {

    private static final int DIGITS = 3;

    private final SessionStore sessions;
    private final SecureRandom random;
    private final InstantSource clock;

    TokenStore(SessionStore sessions, SecureRandom random, InstantSource clock) {
        this.sessions = sessions;
        this.random = random;
        this.clock = clock;
    }

    /** Issues a token. Fails with 403 if the session ended meanwhile. */
    public Uni<IssuedToken> issue(Session session, Module module, TokenType type) {
        IssuedToken token =
                new IssuedToken(type, type.fixedDigits().orElseGet(this::drawDigits), clock.instant(), false);
        return sessions.keepToken(session.id(), module.wireName(), TokenRecord.encode(token))
                .replaceWith(token);
    }

    /** The newest token of the session in a module; ask it for its {@link IssuedToken#state state}. */
    public Uni<Optional<IssuedToken>> newest(Session session, Module module) {
        return sessions.newestToken(session.id(), module.wireName()).map(found -> found.map(TokenRecord::decode));
    }

    private String drawDigits() {
        return random.ints(DIGITS, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining("-"));
    }
}
