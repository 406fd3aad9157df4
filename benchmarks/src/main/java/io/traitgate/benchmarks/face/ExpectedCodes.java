package io.traitgate.benchmarks.face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code expected.csv}: a header, then file name, acceptable codes joined by semicolons, and a remark. */
final class ExpectedCodes {
    private ExpectedCodes() {}

    /**
     * What is right for a file.
     *
     * @param codes any of these; 0 means that it is accepted
     */
    record Expectation(String file, Set<Integer> codes) {
        /** The file's name up to its number: what was done to it. */
        String group() {
            return file.replaceFirst("[-.].*", "");
        }
    }

    static List<Expectation> in(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("expected.csv")).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", 3))
                .map(cells -> new Expectation(cells[0], codes(cells[1])))
                .toList();
    }

    private static Set<Integer> codes(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(code -> code.equals("ok") ? 0 : Integer.parseInt(code))
                .collect(Collectors.toSet());
    }
}
