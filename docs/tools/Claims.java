import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that every test class which README.md and docs/security.md name as their witness exists.
 *
 * <p>Run from the repository's root: {@code java docs/tools/Claims.java}. A test class is a word in code style that ends in
 * {@code Test}. Prints what is missing and ends with 1 if anything is, or if docs/security.md names none at all.
 */
void main() throws Exception {
    Pattern named = Pattern.compile("`([A-Z][A-Za-z0-9]*Test)`");
    Set<String> classes;
    try (Stream<Path> files = Files.walk(Path.of("."))) {
        classes = files.map(Path::toString)
                .filter(file -> file.contains("/src/test/java/") && file.endsWith("Test.java"))
                .map(file -> file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length()))
                .collect(Collectors.toSet());
    }
    List<String> missing = new ArrayList<>();
    int claims = 0;
    for (String document : List.of("README.md", "docs/security.md")) {
        List<String> tests = named.matcher(Files.readString(Path.of(document))).results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        tests.stream().filter(test -> !classes.contains(test)).map(test -> document + ": " + test).forEach(missing::add);
        claims += tests.size();
    }
    missing.forEach(test -> IO.println("No such test, " + test));
    IO.println(claims + " test classes named, " + missing.size() + " missing");
    if (!missing.isEmpty() || claims == 0) {
        System.exit(1);
    }
}
