package io.traitgate.session.erasure;

import io.smallrye.mutiny.Uni;
import io.traitgate.kit.erasure.ErasureReplay;
import io.traitgate.modality.people.PersonHoldings;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.session.ClientDevice;
import io.traitgate.modality.session.Session;
import io.traitgate.modality.session.SessionStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open sessions of people. Their ids are not told: who knows one can use it. */
@Singleton
final class SessionHoldings implements PersonHoldings {

    private final SessionStore sessions;
    private final ErasureReplay replay;

    @Inject
    SessionHoldings(SessionStore sessions, ErasureReplay replay) {
        this.sessions = sessions;
        this.replay = replay;
    }

    @Override
    public Uni<Map<String, Object>> of(Person person, boolean everything) {
        return replay.await().chain(() -> sessions.of(person)).map(found -> told(found, everything));
    }

    private static Map<String, Object> told(List<Session> sessions, boolean everything) {
        return Map.of(
                "sessions",
                everything
                        ? sessions.stream()
                                .sorted(Comparator.comparing(Session::openedAt))
                                .map(SessionHoldings::told)
                                .toList()
                        : Map.of("count", sessions.size()));
    }

    private static Map<String, Object> told(Session session) {
        ClientDevice client = session.client();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("openedAt", session.openedAt().toString());
        told.put("device", client.device());
        putIfKnown(told, "system", client.system());
        putIfKnown(told, "screenHeight", client.screenHeight());
        putIfKnown(told, "screenWidth", client.screenWidth());
        return told;
    }

    private static void putIfKnown(Map<String, Object> told, String name, @Nullable Object value) {
        if (value != null) {
            told.put(name, value);
        }
    }
}
