package io.traitgate.local.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The part of {@code ./traitgate} that talks to Maven. Run from source by the entry script:
 *
 * <ul>
 *   <li>{@code build [MODULE...]} packages these modules, or all that run, and what they need, where something is stale;
 *   <li>{@code test [ARGUMENT...]} is {@code mvn verify}, with a summary;
 *   <li>{@code test crash [--rounds N] [--seed S] [--first R]} kills, stops and cuts off processes of a whole installation, N times;
 *   <li>{@code format} puts the sources into the form that the build demands.
 * </ul>
 */
public final class BuildTool {
    private final Path root;
    private final BuildDisplay display;

    private BuildTool(Path root, BuildDisplay display) {
        this.root = root;
        this.display = display;
    }

    /** Arguments: the top folder of the project, the command, and what belongs to it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> all = Arrays.asList(arguments);
        BuildTool tool = new BuildTool(Path.of(all.get(0)), BuildDisplay.forThisOutput(System.out));
        List<String> rest = all.subList(2, all.size());
        System.exit(
                switch (all.get(1)) {
                    case "build" -> tool.build(rest);
                    case "test" -> rest.contains("crash") ? tool.testCrashes(CrashTests.of(rest)) : tool.test(rest);
                    case "format" -> tool.format();
                    default -> throw new IllegalArgumentException("build, test or format, not " + all.get(1));
                });
    }

    private int build(List<String> modules) throws IOException, InterruptedException {
        ModuleGraph graph = ModuleGraph.read(root);
        Staleness staleness = new Staleness(root, graph);
        List<String> wanted = modules.isEmpty() ? graph.deployables() : modules;
        List<String> stale = wanted.stream().filter(staleness::isStale).toList();
        if (stale.isEmpty()) {
            return 0;
        }
        long started = System.currentTimeMillis();
        display.begin(
                staleness.nothingIsBuilt() ? "Building TraitGate for the first time" : "Building what has changed");
        MavenRun run = maven(
                "build.log",
                List.of(
                        "package",
                        "-Dmaven.test.skip=true",
                        "-Dspotless.check.skip=true",
                        "-pl",
                        String.join(",", stale),
                        "-am"));
        int exit = run.execute();
        if (exit == 0) {
            staleness.markBuilt(stale, started);
            display.done("Built " + run.output().modules() + " modules");
        } else {
            display.failed("The build failed", run.output().errors(), run.log());
        }
        return exit;
    }

    private int test(List<String> arguments) throws IOException, InterruptedException {
        display.begin("Building and testing TraitGate");
        List<String> goals = new ArrayList<>(List.of("verify"));
        goals.addAll(arguments);
        MavenRun run = maven("test.log", goals);
        int exit = run.execute();
        TestTotals totals = run.output().totals();
        if (exit == 0) {
            display.done("Tested");
        } else {
            display.failed("The tests failed", run.output().errors(), run.log());
        }
        display.result(totals);
        return exit;
    }

    private int testCrashes(CrashTests tests) throws IOException, InterruptedException {
        int built = build(List.of());
        if (built != 0) {
            return built;
        }
        int exit = test(tests.arguments());
        display.begin("What each round found: " + root.resolve(CrashTests.REPORT));
        return exit;
    }

    private int format() throws IOException, InterruptedException {
        display.begin("Formatting the sources");
        MavenRun run = maven("format.log", List.of("spotless:apply"));
        int exit = run.execute();
        if (exit == 0) {
            display.done("The sources have the form that the build demands");
        } else {
            display.failed("Formatting failed", run.output().errors(), run.log());
        }
        return exit;
    }

    private MavenRun maven(String log, List<String> arguments) {
        return new MavenRun(root, root.resolve(".traitgate/logs").resolve(log), arguments, display);
    }
}
