package io.traitgate.modality.session;

import io.traitgate.keys.PersonId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A session id: the person's hash tag and 160 random bits, 43 URL-safe characters together.
 *
 * <p>Clients treat it as opaque. The tag puts the session on the same Redis slot as everything else of the person; the
 * random part alone makes it unguessable. A received text is used only after {@link #parse}, so that no key of another
 * shape can ever be asked for.
 *
 * @param tag the person's hash tag, 16 characters
 * @param secret the random part, 27 characters
 */
public record SessionId(String tag, String secret) {

    private static final int TAG_LENGTH = 16;
    private static final int SECRET_BYTES = 20;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** A new id for a session of the person. */
    public static SessionId draw(PersonId person, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new SessionId(
                person.tag(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Takes a received text apart; empty when it cannot be an id of ours. */
    public static Optional<SessionId> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new SessionId(text.substring(0, TAG_LENGTH), text.substring(TAG_LENGTH)))
                : Optional.empty();
    }

    /** The id as clients see it. */
    public String text() {
        return tag + secret;
    }

    /** Whether the session is one of the person's, as far as the tag tells. */
    public boolean mayBelongTo(PersonId person) {
        return tag.equals(person.tag());
    }

    /** Never the random part: a session id is as good as a password while it lives. */
    @Override
    public String toString() {
        return "SessionId[" + tag + "…]";
    }
}
