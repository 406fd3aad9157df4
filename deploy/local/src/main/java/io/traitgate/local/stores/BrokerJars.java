package io.traitgate.local.stores;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The class path of the broker's JVM, as the build has listed it. */
final class BrokerJars {
    private static final List<String> LISTS = List.of("broker.classpath", "client.classpath");

    private BrokerJars() {}

    /** In a fixed order, which the start-up cache depends on; the broker's main class comes first. */
    static List<Path> in(Path folder) {
        Stream<Path> listed = LISTS.stream()
                .flatMap(list -> Arrays.stream(read(folder.resolve(list)).split(File.pathSeparator, -1)))
                .map(entry ->
                        folder.toAbsolutePath().resolve(Path.of(entry.strip()).getFileName()))
                .distinct()
                .sorted();
        return Stream.concat(Stream.of(mainClass()), listed).toList();
    }

    private static String read(Path list) {
        try {
            return Files.readString(list);
        } catch (NoSuchFileException e) {
            throw new StoreException("the broker's jars are missing at " + list + ": build the module deploy/local", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path mainClass() {
        try {
            return Path.of(KafkaBroker.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new StoreException("cannot tell where the broker's main class lies", e);
        }
    }
}
