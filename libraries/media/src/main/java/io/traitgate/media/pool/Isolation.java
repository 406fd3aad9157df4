package io.traitgate.media.pool;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the system offers to confine a worker beyond an empty environment, as commands to put in front of its own:
 * a limit on memory (data segment and private mappings, not address space, of which a virtual machine reserves far more
 * than it uses), a network namespace without any interface, and no privileges to gain. Each is tried once on
 * {@code true}; what the system refuses, as containers without rights do, is left out and said in the log.
 *
 * @param prefix the commands
 */
record Isolation(List<String> prefix) {
    private static final Logger LOGGER = System.getLogger(Isolation.class.getName());
    private static final List<Path> FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/bin"));
    private static final int PROBE_SECONDS = 5;

    static Isolation probe(long memoryBytes) {
        var prefix = new ArrayList<String>();
        var limits = List.of("prlimit", "--data=" + memoryBytes, "--core=0", "--nofile=64");
        addFirst(prefix, "memory limit", List.of(limits));
        addFirst(
                prefix,
                "own network namespace",
                List.of(List.of("unshare", "--net"), List.of("unshare", "--map-root-user", "--net")));
        addFirst(
                prefix,
                "no new privileges",
                List.of(
                        List.of("setpriv", "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all"),
                        List.of("setpriv", "--no-new-privs")));
        return new Isolation(List.copyOf(prefix));
    }

    private static void addFirst(List<String> prefix, String name, List<List<String>> choices) {
        for (var choice : choices) {
            var candidate = new ArrayList<>(prefix);
            candidate.addAll(resolved(choice));
            if (candidate.size() > prefix.size() && works(candidate)) {
                prefix.addAll(candidate.subList(prefix.size(), candidate.size()));
                LOGGER.log(Level.DEBUG, "decoder workers: {0} by {1}", name, choice.getFirst());
                return;
            }
        }
        LOGGER.log(Level.WARNING, "decoder workers run without: {0} (not available on this system)", name);
    }

    /** The command with its full path, since workers have no search path; empty if it is not installed. */
    private static List<String> resolved(List<String> command) {
        for (var folder : FOLDERS) {
            var file = folder.resolve(command.getFirst());
            if (Files.isExecutable(file)) {
                var result = new ArrayList<>(command);
                result.set(0, file.toString());
                return result;
            }
        }
        return List.of();
    }

    private static boolean works(List<String> prefix) {
        var command = new ArrayList<>(prefix);
        command.addAll(resolved(List.of("true")));
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        try {
            var process = builder.start();
            if (process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
