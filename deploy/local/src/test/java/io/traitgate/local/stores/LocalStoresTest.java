package io.traitgate.local.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traitgate.contract.topic.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LocalStoresTest {
    private static final Path ROOT = Path.of(System.getProperty("traitgate.root"));

    @TempDir
    static Path folder;

    private LocalStores stores;

    @BeforeAll
    void start() throws InterruptedException {
        StoreFolders folders = StoreFolders.below(folder, ROOT.resolve(".traitgate/binaries"));
        stores =
                new LocalStores(folders, ROOT.resolve("deploy/local/target/kafka"), StorePorts.free(), Durability.FULL);
        stores.start();
    }

    @AfterAll
    void stop() {
        stores.close();
    }

    @Test
    void dataOutlivesARestart() throws Exception {
        // Given
        ServiceRoles roles = prepareDatabase();
        try (Connection connection = connect(roles.of("face"))) {
            connection.createStatement().execute("CREATE TABLE kept (value text)");
            connection.createStatement().execute("INSERT INTO kept VALUES ('here')");
        }
        new TopicSetup(stores.access().kafka()).prepare();
        assertThat(RedisCall.call(stores.access().redis(), "SET kept here")).isEqualTo("+OK");

        // When
        stores.close();
        start();

        // Then
        try (Connection connection = connect(prepareDatabase().of("face"));
                ResultSet rows = connection.createStatement().executeQuery("SELECT value FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("here");
        }
        assertThat(RedisCall.call(stores.access().redis(), "GET kept")).isEqualTo("here");
        assertThat(topics())
                .containsOnlyKeys(topicNames())
                .allSatisfy((name, topic) -> assertThat(topic.partitions())
                        .hasSize(Topic.ofName(name).partitions()));
    }

    @Test
    void servicesCannotReadEachOthersSchema() throws Exception {
        // Given
        ServiceRoles roles = prepareDatabase();
        try (Connection connection = connect(roles.of("face"))) {
            connection.createStatement().execute("CREATE TABLE secret (value text)");
        }

        // When, Then
        try (Connection connection = connect(roles.of("session"))) {
            assertThatThrownBy(() -> connection.createStatement().executeQuery("SELECT * FROM face.secret"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void passwordsAreReadableToTheOwnerOnly() throws Exception {
        // Then
        assertThat(List.of("data/postgresql-password", "data/redis/redis.conf"))
                .allSatisfy(file -> assertThat(
                                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                        .isEqualTo("rw-------"));
        assertThat(commandLines())
                .noneMatch(line -> line.contains(stores.access().postgreSql().password()));
        assertThat(stores.access().toString())
                .doesNotContain(stores.access().postgreSql().password())
                .doesNotContain(stores.access().redis().getUserInfo());
    }

    @Test
    void redisKeepsAnAppendOnlyFileAndNeverEvicts() throws Exception {
        // Then
        assertThat(RedisCall.call(stores.access().redis(), "CONFIG GET appendonly"))
                .isEqualTo("appendonly yes");
        assertThat(RedisCall.call(stores.access().redis(), "CONFIG GET maxmemory-policy"))
                .isEqualTo("maxmemory-policy noeviction");
    }

    private ServiceRoles prepareDatabase() {
        return new DatabaseSetup(stores.access().postgreSql(), "traitgate").prepare(List.of("session", "face"));
    }

    private static Connection connect(PostgreSqlAccess access) throws SQLException {
        return DriverManager.getConnection(access.jdbcUrl(), access.username(), access.password());
    }

    private Map<String, TopicDescription> topics() throws Exception {
        Map<String, Object> properties = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stores.access().kafka());
        try (Admin admin = Admin.create(properties)) {
            return admin.describeTopics(admin.listTopics().names().get())
                    .allTopicNames()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static String[] topicNames() {
        return Arrays.stream(Topic.values()).map(Topic::topicName).toArray(String[]::new);
    }

    private static List<String> commandLines() {
        return ProcessHandle.current()
                .children()
                .map(child -> child.info().commandLine().orElse(""))
                .toList();
    }
}
