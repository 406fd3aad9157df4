package io.traitgate.benchmarks.load;

import io.traitgate.client.Credentials;
import io.traitgate.client.TraitGateClient;
import io.traitgate.contract.session.SessionRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who are enrolled with a photo and authenticate with it in turn. They are so many that hardly anybody calls twice
 * at a time: an attempt that runs counts against its person's budget until it ends. Safe for use by several threads.
 */
public final class Subjects {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Calls that run or wait for a lane at a time, with room: some 20 a core. */
    private static final int FOR_A_CORE = 32;

    private final List<AuthCalls> people;
    private final AtomicInteger turn = new AtomicInteger();

    private Subjects(List<AuthCalls> people) {
        this.people = List.copyOf(people);
    }

    /**
     * Enrols as many as this machine can keep busy.
     *
     * @throws IllegalStateException if their templates are not built within 90 s
     */
    public static Subjects enrolled(Credentials credentials, byte[] photo) throws InterruptedException {
        var client = new TraitGateClient(credentials);
        List<SessionRequest> requests = new ArrayList<>();
        List<AuthCalls> people = new ArrayList<>();
        for (var i = 0; i < FOR_A_CORE * Machine.cores(); i++) {
            var request =
                    new SessionRequest("benchmark-" + UUID.randomUUID(), "benchmark", "benchmark", null, null, null);
            var session = client.openSession(request).session();
            client.enrolFace(session, List.of(photo));
            requests.add(request);
            people.add(new AuthCalls(credentials, session, photo));
        }
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var request : requests) {
            while (client.openSession(request).face() != 1) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "The templates were not built within " + PATIENCE.toSeconds() + " s");
                }
                Thread.sleep(100);
            }
        }
        return new Subjects(people);
    }

    /** The next call, of the person whose turn it is. */
    AuthCalls.SignedCall next() {
        return people.get(Math.floorMod(turn.getAndIncrement(), people.size())).next();
    }

    /** Bytes of a call's body, to within a few. */
    int bodyBytes() {
        return people.getFirst().bodyBytes();
    }
}
