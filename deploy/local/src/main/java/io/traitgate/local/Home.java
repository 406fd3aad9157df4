package io.traitgate.local;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where everything of a local installation lies.
 *
 * @param root the built project
 * @param state folder for all that is made at run time
 */
public record Home(Path root, Path state) {
    private static final String FOLDER = ".traitgate";

    /** Names another folder than {@code .traitgate} of the project, so that two installations can stand side by side. */
    private static final String STATE_VARIABLE = "TRAITGATE_HOME";

    public Home {
        root = root.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
    }

    /** The project's own installation, or the one that {@code TRAITGATE_HOME} names. */
    public static Home of(Path root) {
        String state = System.getenv(STATE_VARIABLE);
        return new Home(root, state == null || state.isBlank() ? root.resolve(FOLDER) : Path.of(state));
    }

    /** The project this program was built in: named by the system property {@code traitgate.root}, or above this folder. */
    public static Home find() {
        String named = System.getProperty("traitgate.root");
        if (named != null) {
            return of(Path.of(named));
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("deploy/local/pom.xml"))) {
                return of(folder);
            }
        }
        throw new IllegalStateException("Run this inside the project, or name its top folder: -Dtraitgate.root=...");
    }

    /** Programs of the stores, unpacked; shared by all installations of this build. */
    public Path binaries() {
        return root.resolve(FOLDER).resolve("binaries");
    }

    public Path data() {
        return state.resolve("data");
    }

    /** Private keysets of the services and the public bundle. */
    public Path keysets() {
        return state.resolve("keys");
    }

    /** Records of running processes. */
    public Path run() {
        return state.resolve("run");
    }

    public Path logs() {
        return state.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** What processes put down for as long as they run. */
    public Path temporary() {
        return state.resolve("tmp");
    }

    /** Native libraries as the decoder workers unpack them; shared by all installations of this build. */
    public Path natives() {
        return root.resolve(FOLDER).resolve("natives");
    }

    /** Networks that were fetched from elsewhere; shared by all installations of this build. */
    public Path models() {
        return root.resolve(FOLDER).resolve("models");
    }

    /** Start-up caches of the services; shared by all installations of this build. */
    public Path caches() {
        return root.resolve(FOLDER).resolve("aot");
    }

    /** What a running launcher says about itself. */
    public Path stateFile() {
        return state.resolve("state.json");
    }

    /** Names the launcher while it runs. */
    public Path launcherRecord() {
        return state.resolve("launcher.pid");
    }

    /** Held as long as a launcher runs. */
    public Path lock() {
        return state.resolve("launcher.lock");
    }

    /** Address and key pair of the demo application. */
    public Path credentials() {
        return state.resolve("credentials.json");
    }

    /** Address and token of the admin API. */
    public Path console() {
        return state.resolve("console.json");
    }

    public Path brokerJars() {
        return root.resolve("deploy/local/target/kafka");
    }
}
