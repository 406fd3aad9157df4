package io.traitgate.testkit;

import io.traitgate.keys.KeysetGenerator;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.local.ServiceSettings;
import io.traitgate.local.process.Leftovers;
import io.traitgate.local.process.ProcessRecord;
import io.traitgate.local.stores.DatabaseSetup;
import io.traitgate.local.stores.Durability;
import io.traitgate.local.stores.Folders;
import io.traitgate.local.stores.LocalStores;
import io.traitgate.local.stores.PostgreSqlAccess;
import io.traitgate.local.stores.RandomSecret;
import io.traitgate.local.stores.ServiceRoles;
import io.traitgate.local.stores.StoreAccess;
import io.traitgate.local.stores.StoreFolders;
import io.traitgate.local.stores.StorePorts;
import io.traitgate.local.stores.TopicSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The stores and keysets of this test run, in a temporary folder. There is one for each JVM, whichever class loader asks:
 * Quarkus loads test classes anew for every application it starts.
 */
public final class TestInstallation {
    private static final String FOLDER = "traitgate.testkit.folder";
    static final String PREFIX = "traitgate-test-";
    private static final Duration BEGUN = Duration.ofMinutes(1);
    private static final System.Logger LOGGER = System.getLogger(TestInstallation.class.getName());
    private static final String DATABASE = "traitgate";
    private static final List<String> SERVICES = List.of("session", "face", "voice", "behaviour", "anomaly", "console");

    private final Path folder;
    private final Properties access;

    private TestInstallation(Path folder, Properties access) {
        this.folder = folder;
        this.access = access;
    }

    /** The installation of this JVM, started by the first call. */
    public static TestInstallation shared() {
        // The one object that all class loaders share.
        synchronized (System.getProperties()) {
            String folder = System.getProperty(FOLDER);
            return folder == null ? start() : new TestInstallation(Path.of(folder), read(Path.of(folder)));
        }
    }

    /** The settings that the launcher would give the service. */
    public Map<String, String> settings(String service) {
        ServiceSettings settings =
                new ServiceSettings().keys(keysets(), service).redis(redis()).kafka(kafka());
        // The gateway keeps nothing in a database.
        if (SERVICES.contains(service)) {
            settings.postgreSql(database(service));
        }
        if (service.equals("console")) {
            settings.with("traitgate.admin.token-file", adminTokenFile().toString());
        }
        return settings.values();
    }

    /** The way of a service into its schema. */
    public PostgreSqlAccess database(String service) {
        return new PostgreSqlAccess(
                text("host"), Integer.parseInt(text("port")), DATABASE, service, text("password." + service));
    }

    /** The address of Redis, with its password. */
    public URI redis() {
        return URI.create(text("redis"));
    }

    /** Bootstrap servers. */
    public String kafka() {
        return text("kafka");
    }

    /** The keys that a service holds. */
    public ServiceKeys keys(String service) {
        return ServiceKeys.load(keysets().resolve(service), keysets().resolve("bundle"));
    }

    /** The file with the console's bearer token. */
    public Path adminTokenFile() {
        return folder.resolve("admin-token");
    }

    private Path keysets() {
        return folder.resolve("keys");
    }

    private String text(String key) {
        String value = access.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("the test installation has no " + key);
        }
        return value;
    }

    private static TestInstallation start() {
        try {
            sweep();
            Path folder = Files.createTempDirectory(PREFIX);
            ProcessRecord.write(folder.resolve("owner"), ProcessHandle.current());
            StoreFolders folders = StoreFolders.below(folder, root().resolve(".traitgate/binaries"));
            LocalStores stores = new LocalStores(
                    folders, root().resolve("deploy/local/target/kafka"), StorePorts.free(), Durability.NONE);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stores.discard();
                Folders.delete(folder);
            }));
            KeysetGenerator.generate(folder.resolve("keys"));
            Folders.writePrivate(folder.resolve("admin-token"), RandomSecret.create());
            stores.start();
            Properties access = prepare(stores.access());
            write(folder, access);
            System.setProperty(FOLDER, folder.toString());
            return new TestInstallation(folder, access);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the stores started", e);
        }
    }

    private static Properties prepare(StoreAccess stores) throws InterruptedException {
        new TopicSetup(stores.kafka()).prepare();
        ServiceRoles roles = new DatabaseSetup(stores.postgreSql(), DATABASE).prepare(SERVICES);
        Properties access = new Properties();
        access.setProperty("host", stores.postgreSql().host());
        access.setProperty("port", Integer.toString(stores.postgreSql().port()));
        access.setProperty("redis", stores.redis().toString());
        access.setProperty("kafka", stores.kafka());
        SERVICES.forEach(service ->
                access.setProperty("password." + service, roles.of(service).password()));
        return access;
    }

    private static void write(Path folder, Properties access) throws IOException {
        Folders.writePrivate(folder.resolve("access.properties"), "");
        try (var writer = Files.newBufferedWriter(folder.resolve("access.properties"))) {
            access.store(writer, null);
        }
    }

    private static Properties read(Path folder) {
        Properties access = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("access.properties"))) {
            access.load(reader);
            return access;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Test runs that were killed could not clean up. Another run may be sweeping the same folders at this moment. */
    private static void sweep() throws IOException, InterruptedException {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (Path folder : folders.filter(TestInstallation::isOrphan).toList()) {
                Leftovers.stop(folder.resolve("run"), Duration.ofSeconds(5));
                try {
                    Folders.delete(folder);
                } catch (UncheckedIOException e) {
                    LOGGER.log(Level.DEBUG, "left to the next sweep: " + folder, e);
                }
            }
        }
    }

    /** A run writes its owner before anything else; a folder without one is the rest of a deletion, or begun this moment. */
    private static boolean isOrphan(Path folder) {
        if (!folder.getFileName().toString().startsWith(PREFIX)) {
            return false;
        }
        Path owner = folder.resolve("owner");
        return Files.exists(owner)
                ? ProcessRecord.read(owner).flatMap(ProcessRecord::running).isEmpty()
                : age(folder).compareTo(BEGUN) > 0;
    }

    private static Duration age(Path folder) {
        try {
            return Duration.between(Files.getLastModifiedTime(folder).toInstant(), Instant.now());
        } catch (IOException gone) {
            return Duration.ZERO;
        }
    }

    static Path root() {
        String root = System.getProperty("traitgate.root");
        if (root == null) {
            throw new IllegalStateException(
                    "the build sets the system property traitgate.root; set it to the top folder"
                            + " of the project when running tests by other means");
        }
        return Path.of(root);
    }
}
