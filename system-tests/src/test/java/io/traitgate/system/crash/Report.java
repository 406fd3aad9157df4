package io.traitgate.system.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what the rounds of a run found: every round as JSON, and a table by victim and way for people. */
final class Report {
    private final Path folder;
    private final long seed;

    Report(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    void write(List<Round> rounds) {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Map<String, Object> all = new TreeMap<>(Map.of("seed", seed, "rounds", rounds));
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("report.json"), mapper.writeValueAsBytes(all));
            Files.writeString(folder.resolve("report.md"), table(rounds));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the logs of the installation, which goes with it. */
    void keepLogs(Path logs) {
        try (Stream<Path> files = Files.list(logs)) {
            Path kept = Files.createDirectories(folder.resolve("logs"));
            for (Path file : files.toList()) {
                Files.copy(file, kept.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String table(List<Round> rounds) {
        StringBuilder text = new StringBuilder();
        text.append("%d rounds, seed %d, %d sound.%n%n"
                .formatted(
                        rounds.size(),
                        seed,
                        rounds.stream().filter(Round::isSound).count()));
        text.append(
                "| Victim | Way | Rounds | Calls recover after (median, longest) s | Templates after (median, longest) s |\n");
        text.append("| --- | --- | ---: | ---: | ---: |\n");
        for (Fault fault : Fault.all()) {
            List<Round> of =
                    rounds.stream().filter(round -> round.fault().equals(fault)).toList();
            if (!of.isEmpty()) {
                text.append("| %s | %s | %d | %s | %s |%n"
                        .formatted(
                                fault.victim().processName(),
                                fault.way().name().toLowerCase(Locale.ROOT),
                                of.size(),
                                seconds(of, Round::recoveryMillis),
                                seconds(of, Round::builtMillis)));
            }
        }
        String violated = rounds.stream()
                .filter(round -> !round.isSound())
                .map(round -> "* round " + round.number() + ", " + round.fault() + ": " + round.violations())
                .collect(Collectors.joining("\n"));
        return text + (violated.isEmpty() ? "" : "\nViolated:\n\n" + violated + "\n");
    }

    private static String seconds(List<Round> rounds, ToLongFunction<Round> measure) {
        long[] sorted = rounds.stream().mapToLong(measure).sorted().toArray();
        return "%.1f, %.1f".formatted(sorted[sorted.length / 2] / 1000.0, sorted[sorted.length - 1] / 1000.0);
    }
}
