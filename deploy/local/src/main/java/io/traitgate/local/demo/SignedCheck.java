package io.traitgate.local.demo;

import io.traitgate.client.ClientException;
import io.traitgate.client.Credentials;
import io.traitgate.client.TraitGateClient;
import io.traitgate.contract.session.SessionRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Opens a session with a signed call through the front door: only when that is answered does TraitGate work. */
public final class SignedCheck {
    private static final SessionRequest REQUEST =
            new SessionRequest("start-check", "traitgate", "up", null, null, null);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Credentials credentials;
    private final TraitGateClient client;

    public SignedCheck(Credentials credentials) {
        this.credentials = credentials;
        this.client = new TraitGateClient(credentials);
    }

    /**
     * Calls until the answer is 200. A new key pair is on its way to the gateway through a topic for a moment, so a refusal is
     * no failure before the time is over.
     *
     * @throws SignedCheckFailedException if there is no such answer in time
     */
    public void await(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (ClientException refusal = call(); refusal != null; refusal = call()) {
            if (System.nanoTime() > deadline) {
                throw new SignedCheckFailedException(credentials, refusal);
            }
            Thread.sleep(PAUSE);
        }
    }

    private @Nullable ClientException call() {
        try {
            client.openSession(REQUEST);
            return null;
        } catch (ClientException e) {
            return e;
        }
    }
}
