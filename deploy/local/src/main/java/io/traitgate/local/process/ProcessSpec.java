package io.traitgate.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a process. Secrets belong into the environment or into files, never into the command, which every user of the
 * machine can read.
 *
 * @param name the name under which people know it
 * @param command program and arguments
 * @param directory working folder
 * @param environment the whole environment
 * @param log file the output is appended to
 * @param record file that names the process while it runs
 */
public record ProcessSpec(
        String name, List<String> command, Path directory, Map<String, String> environment, Path log, Path record) {
    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return name + " " + command;
    }
}
