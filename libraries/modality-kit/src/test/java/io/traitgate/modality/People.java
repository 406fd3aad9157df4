package io.traitgate.modality;

import io.traitgate.keys.ServiceKeys;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.session.ClientDevice;
import io.traitgate.modality.session.Session;
import io.traitgate.modality.session.SessionStore;
import jakarta.inject.Singleton;
import java.util.UUID;

/** People nobody has met before, so that tests do not meet each other's. */
@Singleton
public final class People {

    private final ServiceKeys keys;
    private final SessionStore sessions;

    People(ServiceKeys keys, SessionStore sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    public Person somebody() {
        return new Person("app", keys.personHash().of("app", UUID.randomUUID().toString()));
    }

    public Session session(Person person) {
        return Await.result(sessions.open(
                person,
                "sealed".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                new ClientDevice("phone", null, null, null)));
    }
}
