package io.traitgate.benchmarks.face;

import io.traitgate.client.ApiCallException;
import io.traitgate.client.Credentials;
import io.traitgate.client.TraitGateClient;
import io.traitgate.contract.session.SessionRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Enrols and authenticates through a running API, one user for each enrolled picture. */
final class ServedFaces {
    /** Refusals that say "later": too many attempts or calls, template building, overloaded, out of time. */
    private static final List<Integer> LATER = List.of(429, 503);

    private static final int BUILDING = 103;
    private static final int OUT_OF_TIME = 170;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final TraitGateClient client;
    private final String run;
    /** The session of the user that has the picture; empty if it was refused. */
    private final Map<Portrait, Optional<String>> sessions = new HashMap<>();

    /** @param run goes into the user ids, so that no run meets the users of another */
    ServedFaces(Credentials credentials, String run) {
        this.client = new TraitGateClient(credentials);
        this.run = run;
    }

    /**
     * What the API said of a pair.
     *
     * @param score null where it took no face from one of the pictures
     */
    record Served(ImagePair pair, @Nullable Double score) {}

    /** Compares a pair. */
    Served compare(ImagePair pair) throws IOException {
        var session = sessions.get(pair.enrolled());
        if (session == null) {
            session = enrol(pair.enrolled());
            sessions.put(pair.enrolled(), session);
        }
        if (session.isEmpty()) {
            return new Served(pair, null);
        }
        var probe = Files.readAllBytes(pair.probe().file());
        var id = session.get();
        return new Served(
                pair,
                accepted(() -> client.authenticateFace(id, List.of(probe)).score())
                        .orElse(null));
    }

    private Optional<String> enrol(Portrait portrait) throws IOException {
        var picture = Files.readAllBytes(portrait.file());
        var session = patient(() -> client.openSession(
                        new SessionRequest(user(portrait), "benchmark", "benchmark", null, null, null)))
                .session();
        return accepted(() -> client.enrolFace(session, List.of(picture))).map(_ -> session);
    }

    /** Removes the templates of this run. */
    void forget() {
        sessions.forEach((portrait, session) ->
                session.ifPresent(id -> patient(() -> client.deleteFace(user(portrait), id))));
    }

    private String user(Portrait portrait) {
        return run + " " + portrait.file().getFileName();
    }

    /** What the call answers; empty where the picture is refused for what it shows. */
    private static <T> Optional<T> accepted(Supplier<T> call) {
        try {
            return Optional.of(patient(call));
        } catch (ApiCallException refusal) {
            if (refusal.status() == 422) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static <T> T patient(Supplier<T> call) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return call.get();
            } catch (ApiCallException refusal) {
                if (!saysLater(refusal) || Instant.now().isAfter(end)) {
                    throw refusal;
                }
                pause();
            }
        }
    }

    private static boolean saysLater(ApiCallException refusal) {
        return LATER.contains(refusal.status()) || refusal.hasCode(BUILDING) || refusal.hasCode(OUT_OF_TIME);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting", e);
        }
    }
}
