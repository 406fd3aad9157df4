package io.traitgate.local.stores;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to run PostgreSQL, which refuses to be root. An ordinary user runs it directly. Root, and a user id without a name as
 * some containers assign it, puts it into a user namespace without a mapping, where it sees itself as nobody and still reads
 * its files as their owner. Where the system forbids root such namespaces (many containers do), it runs as nobody in earnest
 * and owns its data folder.
 */
enum Unprivileged {
    DIRECTLY(List.of()),
    IN_USER_NAMESPACE(List.of("unshare", "-U")),
    AS_NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final String NOBODY = "65534:65534";

    @SuppressWarnings("ImmutableEnumChecker") // It is, as List.of makes it.
    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The first way that works here. */
    static Unprivileged detect() {
        boolean root = new UnixSystem().getUid() == 0;
        if (!root && DIRECTLY.run(List.of("id", "-un")) == 0) {
            return DIRECTLY;
        }
        return Stream.of(IN_USER_NAMESPACE, AS_NOBODY)
                .filter(way -> way.run(List.of("true")) == 0)
                .findFirst()
                .orElseThrow(
                        () -> new StoreException("PostgreSQL cannot be run as root, and neither unshare nor setpriv"
                                + " (package util-linux) works here: start TraitGate as an ordinary user"));
    }

    /** The command that runs the given one without privileges. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return List.copyOf(whole);
    }

    /** Gives a file or a folder with all below to the user that PostgreSQL will run as, where that is another one. */
    void own(Path path) {
        if (this == AS_NOBODY && DIRECTLY.run(List.of("chown", "-R", NOBODY, path.toString())) != 0) {
            throw new StoreException("cannot give " + path + " to the user that PostgreSQL runs as");
        }
    }

    /**
     * Lets that user pass through folders of ours, without seeing what else is in them.
     *
     * @param goal what it must be able to reach
     */
    void letThrough(List<Path> folders, Path goal) {
        if (this != AS_NOBODY) {
            return;
        }
        folders.forEach(folder -> DIRECTLY.run(List.of("chmod", "o+x", folder.toString())));
        if (run(List.of("test", "-e", goal.toString())) != 0) {
            throw new StoreException(
                    "Here PostgreSQL has to run as the user nobody, who cannot reach " + goal
                            + ": move the project to a folder that everybody may enter, or start TraitGate as an ordinary user");
        }
    }

    private int run(List<String> command) {
        try {
            return new ProcessBuilder(command(command))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
