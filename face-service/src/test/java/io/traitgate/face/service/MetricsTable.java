package io.traitgate.face.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of {@code docs/metrics.md}, held against what a service serves. */
final class MetricsTable {
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (traitgate_\\w+) (\\w+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(traitgate_\\w+)` \\|[^|]*\\|[^|]*\\| ([^|]*) \\|");

    private MetricsTable() {}

    /** Names that are served and not in the table. */
    static List<String> undocumented(String served) {
        Set<String> documented =
                ROW.matcher(document()).results().map(row -> row.group(1)).collect(Collectors.toSet());
        return served(served).stream()
                .filter(name -> !documented.contains(name))
                .toList();
    }

    /** Names that the table says are always served by the service, and are not. */
    static List<String> missing(String served, String service) {
        Set<String> names = served(served);
        return ROW.matcher(document())
                .results()
                .filter(row -> row.group(2).equals(service + ", always"))
                .map(row -> row.group(1))
                .filter(name -> !names.contains(name))
                .toList();
    }

    /** The maximum of a timer is a series of its own, and a counter's type is told without its ending. */
    private static Set<String> served(String text) {
        return TYPE.matcher(text)
                .results()
                .map(type -> type.group(2).equals("counter")
                        ? type.group(1).replaceFirst("(_total)?$", "_total")
                        : type.group(1).replaceFirst("_max$", ""))
                .collect(Collectors.toSet());
    }

    private static String document() {
        try {
            return Files.readString(Path.of(System.getProperty("traitgate.root"), "docs", "metrics.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
