package io.traitgate.client.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param terminal where it prints
 * @param variables of the environment
 * @param folders in and above which an installation is looked for, in this order
 * @param clock for elapsed times
 * @param pause between two looks
 */
record Surroundings(
        Terminal terminal, Map<String, String> variables, List<Path> folders, InstantSource clock, Pause pause) {

    static Surroundings ofThisProcess() {
        List<Path> folders = new ArrayList<>();
        folders.add(Path.of("").toAbsolutePath());
        String root = System.getProperty("traitgate.root");
        if (root != null) {
            folders.add(Path.of(root).toAbsolutePath());
        }
        Map<String, String> variables = System.getenv();
        return new Surroundings(
                Terminal.ofThisProcess(variables), variables, folders, InstantSource.system(), Pause::sleep);
    }
}
