package io.traitgate.local;

import io.traitgate.client.Credentials;
import io.traitgate.client.TraitGateClient;
import io.traitgate.client.UnreachableException;
import io.traitgate.contract.session.SessionRequest;
import io.traitgate.keys.KeysetGenerator;
import io.traitgate.local.stores.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/**
 * Goes once through what every command does, so that the JVM can record it for the launcher's start-up cache. The entry script
 * runs it after a build. The call it makes is to a port on which nobody listens.
 */
@Command(name = "rehearse", hidden = true, description = "Record the launcher's start-up cache.")
final class Rehearsal implements Runnable {
    private static final URI NOBODY = URI.create("http://localhost:1");

    @Override
    public void run() {
        try {
            Path folder = Files.createTempDirectory("traitgate-rehearsal-");
            KeysetGenerator.generate(folder);
            Folders.delete(folder);
            new TraitGateClient(new Credentials(NOBODY, "key", "secret"))
                    .openSession(new SessionRequest("rehearsal", "traitgate", "build", null, null, null));
        } catch (UnreachableException expected) {
            System.out.println("recorded");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
