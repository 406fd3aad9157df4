package io.traitgate.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Runs the command line in a folder of its own, by a clock that goes 10 ms with each look, and keeps what it prints. */
final class CommandLineRun {
    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong millis = new AtomicLong();
    private final InstantSource clock = () -> Instant.ofEpochMilli(millis.getAndAdd(10));
    private boolean live;
    private boolean colour;
    private int looks = Integer.MAX_VALUE;

    CommandLineRun(Path folder) {
        this.folder = folder;
    }

    CommandLineRun on(boolean live, boolean colour) {
        this.live = live;
        this.colour = colour;
        return this;
    }

    CommandLineRun with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Ends as by Ctrl-C after waiting so many times. */
    CommandLineRun lookingAgain(int times) {
        looks = times;
        return this;
    }

    CommandLineRun file(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int execute(String... arguments) {
        Terminal terminal =
                new Terminal(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), live, colour);
        Surroundings surroundings =
                new Surroundings(terminal, variables, List.of(folder.resolve("deep/inside")), clock, this::pause);
        CommandLine root = new CommandLine(CommandSpec.create().name("traitgate"));
        ClientCommands.all(surroundings).forEach(command -> root.addSubcommand(command));
        return root.setOut(new PrintWriter(out, true, UTF_8))
                .setErr(new PrintWriter(err, true, UTF_8))
                .execute(arguments);
    }

    String out() {
        return out.toString(UTF_8);
    }

    String err() {
        return err.toString(UTF_8);
    }

    private boolean pause(Duration time) {
        millis.addAndGet(time.toMillis());
        return looks-- > 0;
    }
}
