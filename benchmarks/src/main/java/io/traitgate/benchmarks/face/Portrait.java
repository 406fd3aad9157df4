package io.traitgate.benchmarks.face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A picture of a named person.
 *
 * @param person the file name up to its number
 */
public record Portrait(String person, Path file) {
    private static final Pattern NAME = Pattern.compile("(.+)_\\d+\\.(?:jpe?g|png)", Pattern.CASE_INSENSITIVE);

    /** All files of a folder that are named {@code Person_Name_0001.jpg}, sorted. */
    public static List<Portrait> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().flatMap(file -> of(file).stream()).toList();
        }
    }

    private static Optional<Portrait> of(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(new Portrait(name.group(1), file)) : Optional.empty();
    }
}
