package io.traitgate.local.build;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of Maven: everything it says goes to a log, what matters to the display. */
final class MavenRun {
    /** How the crash tests begin a line about one of their rounds, which take hours. */
    private static final String ROUND = "round ";

    private final Path root;
    private final Path log;
    private final List<String> arguments;
    private final BuildDisplay display;
    private final MavenOutput output = new MavenOutput();

    MavenRun(Path root, Path log, List<String> arguments, BuildDisplay display) {
        this.root = root;
        this.log = log;
        this.arguments = List.copyOf(arguments);
        this.display = display;
    }

    /** Runs Maven under the JDK of this process and returns its exit code. */
    int execute() throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        List<String> command = new ArrayList<>(List.of("mvn", "-B"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process maven = builder.start();
        Thread stopper = new Thread(maven::destroy);
        Runtime.getRuntime().addShutdownHook(stopper);
        try (BufferedReader reader = maven.inputReader(StandardCharsets.UTF_8);
                BufferedWriter writer = Files.newBufferedWriter(log)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                writer.write(line);
                writer.newLine();
                if (line.startsWith(ROUND)) {
                    display.say(line);
                } else if (output.read(line)) {
                    display.progress(output);
                }
            }
        }
        int exit = maven.waitFor();
        Runtime.getRuntime().removeShutdownHook(stopper);
        return exit;
    }

    MavenOutput output() {
        return output;
    }

    Path log() {
        return log;
    }
}
