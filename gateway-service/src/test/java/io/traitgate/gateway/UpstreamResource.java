package io.traitgate.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Chooses the port of {@link RecordingUpstream} and routes sessions and faces to it; the other routes stay closed. */
public final class UpstreamResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (ServerSocket socket = new ServerSocket(0)) {
            String port = Integer.toString(socket.getLocalPort());
            String address = "http://127.0.0.1:" + port;
            return Map.of(
                    "test.upstream.port", port, "traitgate.routes.session", address, "traitgate.routes.face", address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
