package io.traitgate.local.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The modules of this project and what they need of each other, as the POMs say it. */
final class ModuleGraph {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
    private static final Pattern OWN_NAME = Pattern.compile("<artifactId>([^<]+)</artifactId>");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>io\\.traitgate</groupId>\\s*<artifactId>([^<]+)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);

    private final Map<String, Set<String>> needs;

    private ModuleGraph(Map<String, Set<String>> needs) {
        this.needs = needs;
    }

    /** Reads the POMs below the top folder. */
    static ModuleGraph read(Path root) throws IOException {
        List<String> modules = MODULE.matcher(Files.readString(root.resolve("pom.xml")))
                .results()
                .map(result -> result.group(1))
                .toList();
        Map<String, String> poms = new HashMap<>();
        Map<String, String> byName = new HashMap<>();
        for (String module : modules) {
            String pom = PARENT.matcher(Files.readString(root.resolve(module).resolve("pom.xml")))
                    .replaceFirst("");
            poms.put(module, pom);
            Matcher name = OWN_NAME.matcher(pom);
            if (name.find()) {
                byName.put(name.group(1), module);
            }
        }
        Map<String, Set<String>> needs = new HashMap<>();
        poms.forEach((module, pom) -> {
            Set<String> direct = new LinkedHashSet<>();
            DEPENDENCY
                    .matcher(pom)
                    .results()
                    .filter(found -> !found.group(2).contains("<scope>test</scope>"))
                    .flatMap(found -> Optional.ofNullable(byName.get(found.group(1))).stream())
                    .forEach(direct::add);
            needs.put(module, direct);
        });
        return new ModuleGraph(needs);
    }

    /** The module and all that its product is made of; modules are named by their folders. */
    Set<String> closure(String module) {
        Set<String> closure = new LinkedHashSet<>();
        collect(module, closure);
        return closure;
    }

    /** The launcher and every service, each by its folder. */
    List<String> deployables() {
        return needs.keySet().stream()
                .filter(module -> module.equals("deploy/local") || module.endsWith("-service"))
                .sorted()
                .toList();
    }

    private void collect(String module, Set<String> closure) {
        Set<String> direct = needs.get(module);
        if (direct == null) {
            throw new IllegalArgumentException("the top POM names no module " + module);
        }
        if (closure.add(module)) {
            direct.forEach(needed -> collect(needed, closure));
        }
    }
}
