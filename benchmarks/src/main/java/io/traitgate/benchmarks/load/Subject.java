package io.traitgate.benchmarks.load;

import io.traitgate.client.Credentials;
import io.traitgate.client.TraitGateClient;
import io.traitgate.contract.session.SessionRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Makes a person of its own who is enrolled with a photo, and authentications with that photo. */
public final class Subject {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Subject() {}

    /**
     * Enrols.
     *
     * @throws IllegalStateException if the template is not built within a minute
     */
    public static AuthCalls enrolled(Credentials credentials, byte[] photo) throws InterruptedException {
        var client = new TraitGateClient(credentials);
        var request = new SessionRequest("benchmark-" + UUID.randomUUID(), "benchmark", "benchmark", null, null, null);
        var session = client.openSession(request).session();
        client.enrolFace(session, List.of(photo));
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (client.openSession(request).face() != 1) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The template was not built within " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(100);
        }
        return new AuthCalls(credentials, session, photo);
    }
}
