package io.traitgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.client.ApiCallException;
import io.traitgate.client.ClientException;
import io.traitgate.client.TraitGateClient;
import io.traitgate.client.admin.AdminAccess;
import io.traitgate.client.admin.AdminClient;
import io.traitgate.client.admin.ErasureState;
import io.traitgate.contract.session.SessionRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who is erased stays erased, whatever dies in between and whatever copy comes back, and nothing is left of them that can be
 * read.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EraseTest {
    private static final String APPLICATION = "demo";

    /** So many that the templates take longer to build than a process takes to die. */
    private static final int PHOTOS = 10;

    private static final int ENROLMENTS = 3;
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private static House house;
    private static TraitGateClient client;
    private static AdminClient console;

    @BeforeAll
    static void up() throws IOException {
        house = House.up();
        client = house.client();
        JsonNode access =
                new ObjectMapper().readTree(house.home().resolve("console.json").toFile());
        console = new AdminClient(new AdminAccess(
                URI.create(access.path("url").asText()), access.path("token").asText()));
    }

    @AfterAll
    static void down() {
        house.close();
    }

    @Test
    @Order(1)
    void afterTheErasure_nothingHoldsTheUserId_andNothingOpens() throws Exception {
        // Given
        String user = "zebra-quagga-7f3a@erase.example";
        Remains remains = new Remains(house, APPLICATION, user);
        enrol(user, List.of(photo("obama-2009.jpg")));
        await("enrolled", () -> status(user) == 1);
        await(
                "recognised",
                () -> client.authenticateFace(open(user), List.of(photo("obama-2012.jpg")))
                                .score()
                        > 0.5);
        await(
                "events taken",
                () -> console.showUser(APPLICATION, user)
                                .path("console")
                                .path("events")
                                .asInt()
                        >= 4);

        // Then
        assertThat(remains.openable())
                .as("what opens before the erasure")
                .contains("face data key 0", "console data key 0", "face.template", "face.sample", "console.event")
                .anyMatch(place -> place.startsWith("session:"));

        // When
        Command erase = house.run("user", "erase", user, "--app", APPLICATION, "--wait");

        // Then
        assertThat(erase.exitCode()).as(erase.toString()).isZero();
        assertThat(erase.output()).contains("console", "face", "session", "complete");
        assertThat(remains.looked()).isGreaterThan(20);
        assertThat(remains.clearUserId()).isEmpty();
        assertThat(remains.openable()).isEmpty();
        JsonNode left = house.run("user", "export", user).json();
        assertThat(left.path("face").path("status").asInt()).isZero();
        assertThat(left.path("face").has("template")).isFalse();
        assertThat(left.path("face").path("keptSamples")).isEmpty();
        assertThat(left.path("session").path("sessions")).isEmpty();
        assertThat(left.path("console").path("events")).isEmpty();
        assertNobody(user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"face", "kafka", "redis", "postgresql"})
    @Order(2)
    void erasureWins_whenAProcessIsKilledInBetween(String process) throws Exception {
        // Given
        String user = "erased-while-" + process + "-dies";
        List<byte[]> many =
                Stream.generate(() -> photo("obama-2009.jpg")).limit(PHOTOS).toList();
        for (int i = 0; i < ENROLMENTS; i++) {
            enrol(user, many);
        }

        // When
        ErasureState ordered = console.eraseUser(APPLICATION, user);
        ProcessHandle killed = ProcessHandle.of(house.pid(process)).orElseThrow();
        killed.destroyForcibly();
        killed.onExit().join();

        // Then
        awaitConfirmations(ordered.person());
        await("all is up again", () -> house.run("status", "--json").exitCode() == 0);
        await("every record is handled", EraseTest::nothingIsLeftToBuild);
        assertNobody(user);
        assertThat(console.showUser(APPLICATION, user).path("face").has("template"))
                .isFalse();
        assertThat(new Remains(house, APPLICATION, user).clearUserId()).isEmpty();
    }

    @Test
    @Order(3)
    void restoredDatabase_bringsNobodyBack_andWhoEnrolsAgainIsKept() throws Exception {
        // Given
        String user = "erased-and-restored";
        Remains remains = new Remains(house, APPLICATION, user);
        enrol(user, List.of(photo("obama-2009.jpg")));
        await("enrolled", () -> status(user) == 1);
        Path copy = copyOfTheDatabase(remains);
        console.eraseUser(APPLICATION, user);
        awaitConfirmations(remains.person().value());

        // When
        assertThat(house.run("down").exitCode()).isZero();
        replaceTheDatabase(copy);
        Command up = house.run("up", "--detach", "--port", String.valueOf(house.port()));

        // Then
        assertThat(up.exitCode()).as(up.toString()).isZero();
        client = house.client();
        assertThat(remains.openable()).isEmpty();
        assertNobody(user);
        assertThat(erasure(remains.person().value()).complete()).isTrue();

        // When
        enrol(user, List.of(photo("obama-2012.jpg")));

        // Then
        await("enrolled again", () -> status(user) == 1);
        assertThat(console.eraseUser(APPLICATION, user).erasure()).isEqualTo(2);
    }

    private static void assertNobody(String user) {
        String session = open(user);
        assertThat(status(user)).as("status of " + user).isZero();
        assertThatThrownBy(() -> client.authenticateFace(session, List.of(photo("obama-2012.jpg"))))
                .isInstanceOfSatisfying(
                        ApiCallException.class,
                        refused -> assertThat(refused.status()).isEqualTo(424));
    }

    /** A copy in full operation, as {@code pg_basebackup} makes it. */
    private static Path copyOfTheDatabase(Remains remains) throws Exception {
        Path copy = house.home().resolve("postgresql-copy");
        try (Connection connection = remains.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('before the erasure', true)");
            copy(house.home().resolve("data/postgresql"), copy);
            try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                Files.writeString(copy.resolve("backup_label"), label.getString(1));
            }
        }
        // What was written until the end of the copy is what it is brought up to date with.
        copy(house.home().resolve("data/postgresql/pg_wal"), copy.resolve("pg_wal"));
        Files.deleteIfExists(copy.resolve("postmaster.pid"));
        return copy;
    }

    private static void replaceTheDatabase(Path copy) throws Exception {
        Path data = house.home().resolve("data/postgresql");
        Files.move(data, data.resolveSibling("postgresql-of-before"));
        Files.move(copy, data);
    }

    /** With owners and modes, which PostgreSQL insists on. */
    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        Process process = new ProcessBuilder("cp", "-a", from + "/.", to.toString())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        process.waitFor();
    }

    private static boolean nothingIsLeftToBuild() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", "127.0.0.1:" + (house.port() + 22));
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetAndMetadata> built = admin.listConsumerGroupOffsets("face-builder")
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            for (int partition = 0; partition < 12; partition++) {
                asked.put(new TopicPartition("face-enrolments", partition), OffsetSpec.latest());
            }
            return admin.listOffsets(asked).all().get().entrySet().stream().allMatch(end -> {
                OffsetAndMetadata offset = built.get(end.getKey());
                return (offset == null ? 0 : offset.offset()) >= end.getValue().offset();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            return false;
        }
    }

    /** A process that has just begun may need longer than a call may last. */
    private static void enrol(String user, List<byte[]> photos) {
        await("accepted", () -> client.enrolFace(open(user), photos).imagesCount() > 0);
    }

    private static void awaitConfirmations(String person) {
        boolean complete =
                Eventually.within(RECOVERY, ((Condition) () -> erasure(person).complete())::holdsNow);
        assertThat(complete)
                .as(() -> "all have confirmed: " + erasure(person).services())
                .isTrue();
    }

    private static ErasureState erasure(String person) {
        return console.erasure(APPLICATION, person);
    }

    private static void await(String what, Condition condition) {
        assertThat(Eventually.within(RECOVERY, condition::holdsNow)).as(what).isTrue();
    }

    private static String open(String user) {
        return client.openSession(request(user)).session();
    }

    private static int status(String user) {
        return client.openSession(request(user)).face();
    }

    private static SessionRequest request(String user) {
        return new SessionRequest(user, "test", "test", null, null, null);
    }

    private static byte[] photo(String name) {
        try {
            return Files.readAllBytes(house.example(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What will hold once all processes are back; until then a call may well fail. */
    private interface Condition {
        boolean holds();

        default boolean holdsNow() {
            try {
                return holds();
            } catch (ClientException notYet) {
                return false;
            }
        }
    }
}
