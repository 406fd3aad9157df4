package io.traitgate.local.process;

import java.nio.file.Path;
import java.time.Duration;

/** A process ended or did not become ready. The message says which, and shows the end of its log. */
public final class ProcessFailedException extends RuntimeException {
    private static final int LINES = 12;

    private ProcessFailedException(String message) {
        super(message);
    }

    /** It has ended by itself. */
    public static ProcessFailedException ended(String name, int exitCode, Path log) {
        return new ProcessFailedException(name + " ended with exit code " + exitCode + shown(log));
    }

    static ProcessFailedException notReady(String name, Duration limit, Path log) {
        return new ProcessFailedException(name + " was not ready after " + limit.toSeconds() + " s" + shown(log));
    }

    private static String shown(Path log) {
        StringBuilder text = new StringBuilder("; the end of ").append(log).append(":");
        for (String line : LogTail.readable(log, LINES)) {
            text.append(System.lineSeparator()).append("    ").append(line);
        }
        return text.toString();
    }
}
