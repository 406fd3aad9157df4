import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Writes docs/conformance.md: every row of the wire contract, the tests that carry its number, and their last result.
 *
 * <p>Run from the repository's root after the tests: {@code java docs/tools/Conformance.java}. Rows come from
 * docs/conformance-rows.tsv (number, rule, the service whose issue brings it), results from the surefire reports, where a
 * test names its rows in its display name.
 */
void main() throws Exception {
    Map<String, List<Result>> results = new TreeMap<>();
    try (Stream<Path> reports = Files.find(Path.of("."), 6, (path, _) -> path.toString().contains("surefire-reports")
            && path.getFileName().toString().matches("TEST-.*\\.xml"))) {
        for (Path report : reports.sorted().toList()) {
            for (Result result : read(report)) {
                for (String row : result.rows()) {
                    results.computeIfAbsent(row, _ -> new ArrayList<>()).add(result);
                }
            }
        }
    }
    StringBuilder page = new StringBuilder("""
            # Conformance with the wire contract

            Every row of the contract's checklist with the tests that carry its number. Made by
            `java docs/tools/Conformance.java` from the reports of the last `./traitgate test`; do not edit.

            """);
    List<String> rows = Files.readAllLines(Path.of("docs/conformance-rows.tsv"));
    int proven = 0;
    int awaited = 0;
    StringBuilder table = new StringBuilder("| Row | Rule | Test | Result |\n| --- | --- | --- | --- |\n");
    for (String line : rows) {
        String[] cell = line.split("\t", -1);
        List<Result> tests = results.getOrDefault(cell[0], List.of());
        String awaiting = cell.length > 2 ? cell[2] : "";
        String result;
        if (tests.isEmpty()) {
            awaited++;
            result = awaiting.isEmpty() ? "**no test**" : "comes with " + awaiting;
        } else {
            proven++;
            result = tests.stream().anyMatch(Result::failed)
                    ? "**fails**"
                    : tests.stream().allMatch(Result::skipped) ? "skipped: needs `TRAITGATE_REFERENCE`" : "passes";
            if (!awaiting.isEmpty()) {
                result += "; the rest comes with " + awaiting;
            }
        }
        String names = tests.stream().map(Result::test).distinct().limit(4).reduce((a, b) -> a + "<br>" + b).orElse("");
        table.append("| ").append(cell[0]).append(" | ").append(cell[1].replace("|", "\\|")).append(" | ").append(names)
                .append(" | ").append(result).append(" |\n");
    }
    page.append(proven).append(" of ").append(rows.size()).append(" rows have a test; ").append(awaited)
            .append(" wait for a service that is not built yet or for a later step.\n\n").append(table);
    Files.writeString(Path.of("docs/conformance.md"), page);
    IO.println(proven + " rows with tests, " + awaited + " without: docs/conformance.md");
}

record Result(String test, List<String> rows, boolean failed, boolean skipped) {}

List<Result> read(Path report) throws Exception {
    Pattern row = Pattern.compile("W-\\d{3}");
    List<Result> found = new ArrayList<>();
    var cases = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile()).getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
        Element test = (Element) cases.item(i);
        String name = test.getAttribute("name");
        List<String> numbers = row.matcher(name).results().map(match -> match.group()).distinct().toList();
        boolean failed = test.getElementsByTagName("failure").getLength() > 0
                || test.getElementsByTagName("error").getLength() > 0;
        boolean skipped = test.getElementsByTagName("skipped").getLength() > 0;
        if (!numbers.isEmpty()) {
            String type = test.getAttribute("classname");
            found.add(new Result(type.substring(type.lastIndexOf('.') + 1), numbers, failed, skipped));
        }
    }
    return found;
}
