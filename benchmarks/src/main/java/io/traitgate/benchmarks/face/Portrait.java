package io.traitgate.benchmarks.face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A picture of a named person.
 *
 * @param person the file name up to its number, or the folder
 */
public record Portrait(String person, Path file) {
    private static final Pattern NAME = Pattern.compile("(.+)_\\d+\\.(?:jpe?g|png)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PICTURE = Pattern.compile(".+\\.(?:jpe?g|png)", Pattern.CASE_INSENSITIVE);

    /**
     * All files of a folder, or of the folder {@code images} in it, that are named {@code Person_Name_0001.jpg}, sorted.
     */
    public static List<Portrait> in(Path folder) throws IOException {
        var images = folder.resolve("images");
        try (var files = Files.list(Files.isDirectory(images) ? images : folder)) {
            return files.sorted().flatMap(file -> of(file).stream()).toList();
        }
    }

    /** All pictures in the folders of a folder, sorted; the person is the folder. */
    static List<Portrait> byPerson(Path folder) throws IOException {
        var portraits = new ArrayList<Portrait>();
        try (var people = Files.list(folder)) {
            for (var person : people.filter(Files::isDirectory).sorted().toList()) {
                try (var files = Files.list(person)) {
                    files.filter(file -> PICTURE.matcher(file.getFileName().toString())
                                    .matches())
                            .sorted()
                            .forEach(file -> portraits.add(
                                    new Portrait(person.getFileName().toString(), file)));
                }
            }
        }
        return portraits;
    }

    private static Optional<Portrait> of(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(new Portrait(name.group(1), file)) : Optional.empty();
    }
}
