package io.traitgate.local.build;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Progress of a build: one line that is rewritten on a terminal, a line a module elsewhere. */
final class BuildDisplay {
    private static final String REWRITE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final long started = System.nanoTime();
    private String shown = "";

    private BuildDisplay(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static BuildDisplay forThisOutput(PrintStream out) {
        return new BuildDisplay(out, Boolean.getBoolean("traitgate.terminal"));
    }

    void begin(String what) {
        out.println(what);
    }

    /** A line that stays, beside whatever is in progress. */
    void say(String what) {
        out.println((terminal ? REWRITE : "") + what);
    }

    void progress(MavenOutput output) {
        if (output.module().isEmpty() && output.downloads() == 0) {
            return;
        }
        String module = output.module().isEmpty()
                ? "  reading the project"
                : "  " + output.position() + " of " + output.modules() + "  " + output.module();
        if (terminal) {
            out.print(REWRITE + module + details(output));
            out.flush();
        } else if (!module.equals(shown)) {
            out.println(module);
        }
        shown = module;
    }

    private String details(MavenOutput output) {
        StringBuilder details = new StringBuilder("  ").append(elapsed());
        if (output.downloads() > 0) {
            details.append(", ").append(output.downloads()).append(" files downloaded");
        }
        if (output.totals().run() > 0) {
            details.append(", ").append(output.totals());
        }
        return details.toString();
    }

    void done(String what) {
        out.println((terminal ? REWRITE : "") + what + " in " + elapsed());
    }

    /** On a line of its own, for people and for programs that count. */
    void result(TestTotals totals) {
        out.println(totals);
    }

    void failed(String what, List<String> errors, Path log) {
        out.println((terminal ? REWRITE : "") + what + " after " + elapsed());
        errors.forEach(error -> out.println("  " + error));
        out.println("Everything Maven said: " + log);
    }

    private String elapsed() {
        Duration time = Duration.ofNanos(System.nanoTime() - started);
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}
