package io.traitgate.modality.attempt;

import io.traitgate.keys.PersonHash;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.modality.session.ClientDevice;
import io.traitgate.modality.session.Session;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Names the device of a session by a keyed hash, different for every person, so that the budget can tell the owner's phone
 * from a stranger's.
 *
 * <p>Clients send no secret of their device, so the name is made of what they say about it: model, system and screen. It
 * keeps strangers who know nothing from locking the owner out. Whoever knows what phone the owner has can say the same and
 * fails on the owner's counter; in all, a person has the budget of four counters at most.
 */
@Singleton
final class KnownDevices {

    private static final int LENGTH = 22;

    private final PersonHash hash;

    KnownDevices(ServiceKeys keys) {
        this.hash = keys.personHash();
    }

    String name(Session session) {
        ClientDevice client = session.client();
        double height = size(client.screenHeight());
        double width = size(client.screenWidth());
        return hash.derive(
                        "device",
                        session.person().id().value(),
                        client.device(),
                        client.system() == null ? "" : client.system(),
                        // Some clients tell the two as the device is held, some swap them.
                        Double.toString(Math.max(height, width)),
                        Double.toString(Math.min(height, width)))
                .substring(0, LENGTH);
    }

    private static double size(@Nullable Double told) {
        return told == null ? 0 : told;
    }
}
