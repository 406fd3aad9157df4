package io.traitgate.local.command;

import io.traitgate.local.Home;
import io.traitgate.local.process.LogTail;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./traitgate logs SERVICE}. */
@Command(name = "logs", description = "Show the log of a service or store.")
public final class LogsCommand implements Callable<Integer> {
    private static final String SUFFIX = ".log";
    private static final long POLL_MILLIS = 200;

    private final Home home;
    private final PrintStream out;

    @Parameters(paramLabel = "SERVICE", description = "Such as gateway, face, postgresql or launcher.")
    private String service = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as the log grows, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "How many lines of it. Default: 200.")
    private int lines = 200;

    public LogsCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path log = home.log(service);
        if (!Files.exists(log)) {
            out.println("There is no log of " + service + ". There are: " + names());
            return 1;
        }
        long shown = Files.size(log);
        LogTail.of(log, lines).forEach(out::println);
        while (follow) {
            Thread.sleep(POLL_MILLIS);
            shown = printSince(log, shown);
        }
        return 0;
    }

    /** A log that has become shorter was begun anew. */
    private long printSince(Path log, long position) throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = file.length() < position ? 0 : position;
            byte[] bytes = new byte[(int) Math.min(file.length() - from, 1 << 20)];
            file.seek(from);
            file.readFully(bytes);
            out.write(bytes);
            out.flush();
            return from + bytes.length;
        }
    }

    private String names() throws IOException {
        if (!Files.isDirectory(home.logs())) {
            return "none";
        }
        try (Stream<Path> logs = Files.list(home.logs())) {
            return logs.map(log -> log.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
