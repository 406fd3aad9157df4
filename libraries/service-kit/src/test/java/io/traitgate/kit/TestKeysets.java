package io.traitgate.kit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.traitgate.contract.Permission;
import io.traitgate.keys.CallerContext;
import io.traitgate.keys.KeysetGenerator;
import io.traitgate.keys.ServiceKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Keysets for the test application, in a directory that goes with it. */
public final class TestKeysets implements QuarkusTestResourceLifecycleManager {
    private static final String DIRECTORY = "traitgate.test.keysets";

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory("keysets");
            KeysetGenerator.generate(directory);
            System.setProperty(DIRECTORY, directory.toString());
            return Map.of(
                    "traitgate.keys.directory", directory.resolve("face").toString(),
                    "traitgate.keys.bundle", directory.resolve("bundle").toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        try (Stream<Path> all = Files.walk(Path.of(System.getProperty(DIRECTORY)))) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The keys as another service holds them. */
    public static ServiceKeys of(String service) {
        Path directory = Path.of(System.getProperty(DIRECTORY));
        return ServiceKeys.load(directory.resolve(service), directory.resolve("bundle"));
    }

    /** The caller header that the gateway gives such a request. */
    public static String caller(String path, byte[] body, Instant issuedAt) {
        return of("gateway")
                .callerContextSigner()
                .sign(new CallerContext(
                        "demo",
                        "key",
                        Set.of(Permission.AUTH),
                        "0193a5f0-0000-7000-8000-000000000001",
                        "POST",
                        path,
                        CallerContext.hashOf(body),
                        issuedAt));
    }
}
