package io.traitgate.modality.token;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.modality.session.Session;
import io.traitgate.modality.session.SessionStore;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
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
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

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
        return sessions.keepToken(session.id(), module.wireName(), encode(token))
                .replaceWith(token);
    }

    /** The newest token of the session in a module; ask it for its {@link IssuedToken#state state}. */
    public Uni<Optional<IssuedToken>> newest(Session session, Module module) {
        return sessions.newestToken(session.id(), module.wireName()).map(found -> found.map(TokenStore::decode));
    }

    private String drawDigits() {
        return random.ints(DIGITS, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining("-"));
    }

    private static String encode(IssuedToken token) {
        try {
            return JSON.writeValueAsString(new Form(
                    1, token.type().wireName(), token.digits(), token.issuedAt().toEpochMilli(), token.used()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IssuedToken decode(String json) {
        try {
            Form form = JSON.readValue(json, Form.class);
            return new IssuedToken(
                    TokenType.parse(form.type), form.digits, Instant.ofEpochMilli(form.issuedAt), form.used);
        } catch (IOException e) {
            throw new IllegalStateException("not a token", e);
        }
    }

    private record Form(int v, String type, String digits, long issuedAt, boolean used) {}
}
