package io.traitgate.kit.erasure;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.traitgate.contract.topic.Topic;
import io.traitgate.kit.topic.CompactedTopics;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Carries out what topic {@code erasures} says, in a service that has a {@link PersonErasing}.
 *
 * <p>Each instance reads the whole topic at its start, and the service is ready only when what its database does not know
 * yet has been carried out: so a restored backup brings nobody back. Then it follows. All instances get every erasure and
 * the first to lock the person's row carries it out; the others find it done. There is no offset to lose: what was not
 * settled in the database is carried out again after a crash.
 */
@Singleton
final class Erasures {
    private static final String SUFFIX = "-service";

    private final List<PersonErasing> erasings;
    private final CompactedTopics topics;
    private final ConfirmationSender sender;
    private final ErasureReplay replay;
    private final InstantSource clock;
    private final String service;

    Erasures(
            @All List<PersonErasing> erasings,
            CompactedTopics topics,
            ConfirmationSender sender,
            ErasureReplay replay,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.erasings = erasings;
        this.topics = topics;
        this.sender = sender;
        this.replay = replay;
        this.clock = clock;
        this.service = application.endsWith(SUFFIX)
                ? application.substring(0, application.length() - SUFFIX.length())
                : application;
    }

    void start(@Observes StartupEvent event) {
        if (erasings.isEmpty()) {
            replay.finish();
            return;
        }
        if (erasings.size() > 1) {
            throw new IllegalStateException("A service erases people in one way, not in " + erasings.size());
        }
        topics.follow(Topic.ERASURES, new ErasureReader(erasings.getFirst(), sender, replay, clock, service));
    }
}
