package io.traitgate.local.build;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Maven says line by line and keeps what a person wants to know: the module, downloads, tests, errors. */
final class MavenOutput {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (.+) \\S+ +\\[(\\d+)/(\\d+)]");
    private static final Pattern ONLY_MODULE = Pattern.compile("\\[INFO] Building (?!jar)(TraitGate\\S*.*) \\S+");
    private static final Pattern TESTS = Pattern.compile(
            "\\[(?:INFO|WARNING|ERROR)] Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+), Skipped: (\\d+), Time elapsed: .*");
    private static final Pattern NOISE = Pattern.compile(
            "|.*To see the full stack trace.*|.*Re-run Maven.*|.*For more information about the errors.*|.*\\[Help \\d+] http.*"
                    + "|.*After correcting the problems.*|.*mvn <args> -rf.*|-> \\[Help 1]");
    private static final int MOST_ERRORS = 40;

    private final List<String> errors = new ArrayList<>();
    private String module = "";
    private int position;
    private int modules = 1;
    private int downloads;
    private TestTotals totals = TestTotals.NONE;

    /** Takes one line; true if there is something new to show. */
    boolean read(String coloured) {
        String line = COLOUR.matcher(coloured).replaceAll("");
        if (line.startsWith("Downloaded from")) {
            downloads++;
            return downloads % 25 == 0;
        }
        Matcher tests = TESTS.matcher(line);
        if (tests.matches()) {
            totals = totals.plus(
                    new TestTotals(number(tests, 1), number(tests, 2) + number(tests, 3), number(tests, 4)));
        }
        if (line.startsWith("[ERROR]")) {
            keepError(line.substring("[ERROR]".length()).strip());
        }
        return tests.matches() || readModule(line);
    }

    private boolean readModule(String line) {
        Matcher one = MODULE.matcher(line);
        if (one.matches()) {
            module = one.group(1);
            position = number(one, 2);
            modules = number(one, 3);
            return true;
        }
        Matcher only = ONLY_MODULE.matcher(line);
        if (only.matches()) {
            module = only.group(1);
            position = 1;
            return true;
        }
        return false;
    }

    private void keepError(String text) {
        if (!NOISE.matcher(text).matches() && !errors.contains(text) && errors.size() < MOST_ERRORS) {
            errors.add(text);
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** The module being built, as the POM names it; empty before the first. */
    String module() {
        return module;
    }

    int position() {
        return position;
    }

    /** How many modules this run builds. */
    int modules() {
        return modules;
    }

    int downloads() {
        return downloads;
    }

    TestTotals totals() {
        return totals;
    }

    /** Error lines without Maven's advice about Maven, none twice. */
    List<String> errors() {
        return List.copyOf(errors);
    }
}
