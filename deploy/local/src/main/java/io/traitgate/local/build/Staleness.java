package io.traitgate.local.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the product of a module is older than the sources it is made of, its own and those of the modules it needs. Folders
 * count too, so a deleted file is noticed. After a build of ours a stamp says when the build began, since Maven leaves a
 * product alone whose content would not change.
 */
final class Staleness {
    private static final String STAMP = "traitgate-built";

    private final Path root;
    private final ModuleGraph graph;

    Staleness(Path root, ModuleGraph graph) {
        this.root = root;
        this.graph = graph;
    }

    boolean isStale(String module) {
        long built = builtAt(module);
        return built == 0
                || lastModified(root.resolve("pom.xml")) > built
                || graph.closure(module).stream().anyMatch(needed -> newestSource(needed) > built);
    }

    boolean nothingIsBuilt() {
        return Stream.of("deploy/local", "libraries/contract").allMatch(module -> !Files.exists(target(module)));
    }

    /** Remembers that the modules were built from sources as they were at the time given. */
    void markBuilt(List<String> modules, long startedMillis) throws IOException {
        for (String module : modules) {
            Path stamp = target(module).resolve(STAMP);
            Files.writeString(stamp, "");
            Files.setLastModifiedTime(stamp, FileTime.fromMillis(startedMillis));
        }
    }

    /** 0 if there is no product. */
    private long builtAt(String module) {
        long product = productAt(module);
        Path stamp = target(module).resolve(STAMP);
        return product == 0 || !Files.exists(stamp) ? product : Math.max(product, lastModified(stamp));
    }

    /** A service, or a jar that can be run; 0 if there is neither. */
    private long productAt(String module) {
        Path service = target(module).resolve("quarkus-app/quarkus-run.jar");
        if (Files.exists(service)) {
            return lastModified(service);
        }
        if (!Files.isDirectory(target(module))) {
            return 0;
        }
        try (Stream<Path> files = Files.list(target(module))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .mapToLong(Staleness::lastModified)
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long newestSource(String module) {
        Path folder = root.resolve(module);
        return Math.max(lastModified(folder.resolve("pom.xml")), newestBelow(folder.resolve("src/main")));
    }

    private static long newestBelow(Path folder) {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(Staleness::lastModified).max().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path target(String module) {
        return root.resolve(module).resolve("target");
    }

    private static long lastModified(Path path) {
        try {
            return Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
