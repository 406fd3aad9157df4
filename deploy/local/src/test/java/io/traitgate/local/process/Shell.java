package io.traitgate.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Processes of the shell, for tests. */
public final class Shell {
    private Shell() {}

    /** A script under a name, with log and record in the folder. */
    public static ProcessSpec spec(Path folder, String name, String script) {
        return new ProcessSpec(
                name,
                List.of("sh", "-c", script),
                folder,
                Map.of("PATH", "/usr/bin:/bin"),
                folder.resolve(name + ".log"),
                folder.resolve("run").resolve(name));
    }
}
