package io.traitgate.session.opening;

import io.traitgate.keys.HybridSealer;
import io.traitgate.keys.PersonHash;
import io.traitgate.keys.Receiver;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.modality.person.Person;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/**
 * The one place where clear user ids come in: each leaves it as a keyed hash, and sealed so that only the console can
 * read it, bound to application and person.
 */
@Singleton
final class UserIds {

    private static final String SEALED_AS = "user-id";

    private final PersonHash hash;
    private final HybridSealer console;

    @Inject
    UserIds(ServiceKeys keys) {
        this.hash = keys.personHash();
        this.console = keys.sealerTo(Receiver.CONSOLE);
    }

    SessionUser hide(String application, String userId) {
        Person person = new Person(application, hash.of(application, userId));
        byte[] sealed = console.seal(
                userId.getBytes(StandardCharsets.UTF_8),
                SEALED_AS,
                application,
                person.id().value());
        return new SessionUser(person, sealed);
    }
}
