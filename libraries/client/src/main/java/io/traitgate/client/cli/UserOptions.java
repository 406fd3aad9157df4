package io.traitgate.client.cli;

import io.traitgate.contract.session.SessionRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose session to open. */
final class UserOptions {
    private static final String DEMO_USER = "demo";

    @Option(
            names = "--user-id",
            paramLabel = "USER",
            description = "The user as your application names them. Required with a key pair of your own; "
                    + "the installation found here has a user demo.")
    private @Nullable String userId;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "traitgate command line",
            description = "Name of the device, ${DEFAULT-VALUE} by default.")
    private String device = "";

    @Option(
            names = "--system",
            paramLabel = "SYSTEM",
            description = "Name of the operating system, this one's by default.")
    private @Nullable String system;

    String userId(ApiOptions api, Surroundings surroundings) {
        if (userId != null) {
            return userId;
        }
        if (api.ofTheInstallation(surroundings)) {
            return DEMO_USER;
        }
        throw new WrongUseException("Which user? Give --user-id.");
    }

    SessionRequest session(String user) {
        String name = system == null ? System.getProperty("os.name") : system;
        return new SessionRequest(user, device, name, null, null, null);
    }
}
