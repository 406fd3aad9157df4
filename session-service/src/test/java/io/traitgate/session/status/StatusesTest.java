package io.traitgate.session.status;

import static io.traitgate.session.SessionApi.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.contract.topic.Topic;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.status.EnrolmentStatusRecord;
import io.traitgate.modality.status.EnrolmentStatusStore;
import io.traitgate.session.SessionApi;
import io.traitgate.testkit.TestInstallation;
import io.traitgate.testkit.TestTopics;
import io.traitgate.testkit.WithLocalStores;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithLocalStores(service = "session")
final class StatusesTest {

    private static final Generation ERASED_ONCE = new Generation(1, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String application = fresh("application");
    private final String userId = fresh("user");
    private final SessionApi api = SessionApi.of(application);
    private final Person person = person(application, userId);

    @Inject
    EnrolmentStatusStore redis;

    @Inject
    RedisAPI commands;

    @Inject
    Pool pool;

    @Test
    @DisplayName("W-055 face is 0, 2 while the first template is built, and then 1")
    void faceStatus_followsTheEnrolment() {
        assertThat(statuses().getInt("face")).isZero();

        run(redis.addPending(person, Module.FACE, "enrolment", Generation.FIRST, 1));
        assertThat(statuses().getInt("face")).isEqualTo(2);

        run(redis.advance(person, Module.FACE, version(Generation.FIRST, 1), "enrolment"));
        assertThat(statuses().getInt("face")).isEqualTo(1);

        run(redis.addPending(person, Module.FACE, "another", Generation.FIRST, 2));
        assertThat(statuses().getInt("face")).isEqualTo(1);
        assertThat(statuses().getInt("voice")).isZero();
    }

    @Test
    @DisplayName("W-057 users of different applications are different people")
    void sameUserId_ofAnotherApplication_isAnotherPerson() {
        announce(person, Module.VOICE, version(Generation.FIRST, 1));
        awaitStatus("voice", 1);
        SessionApi.of(fresh("application")).openFor(userId, "d").then().body("face", equalTo(0), "voice", equalTo(0));
    }

    @Test
    @DisplayName("W-056 behaviour is a status of user and device")
    void behaviour_isOfUserAndDevice() {
        EnrolmentStatusRecord onThisDevice =
                new EnrolmentStatusRecord(1, application, person.id().value(), "behaviour", "iPhone6,2", 0, 0, 1);
        TestTopics.publish(Topic.ENROLMENT_STATUS, onThisDevice.key(), onThisDevice.encode());
        await(() -> api.openFor(userId, "iPhone6,2").path("behaviour").equals(1));
        api.openFor(userId, "iPhone6,1").then().body("behaviour", equalTo(0));
        api.openFor(fresh("user"), "iPhone6,2").then().body("behaviour", equalTo(0));
    }

    @Test
    void statuses_comeBack_afterRedisIsFlushed() {
        announce(person, Module.FACE, version(Generation.FIRST, 3));
        awaitStatus("face", 1);

        run(commands.flushall(List.of()));

        assertThat(statuses().getInt("face")).isEqualTo(1);
        assertThat(run(redis.find(person, Module.FACE)).knownVersion()).contains(version(Generation.FIRST, 3));
    }

    @Test
    void deletedPerson_isNotEnrolled_alsoWhereRedisHasLostTheDeletion() {
        run(redis.advance(person, Module.FACE, version(Generation.FIRST, 5)));
        announce(person, Module.FACE, TemplateVersion.none(Generation.FIRST.afterDeletion()));
        awaitMaterialised("face", 1, 0);

        assertThat(statuses().getInt("face")).isZero();
    }

    @Test
    void whatRedisKnows_isNotMovedBack() {
        run(redis.advance(person, Module.FACE, version(ERASED_ONCE, 0)));
        announce(person, Module.FACE, version(Generation.FIRST, 9));
        awaitMaterialised("face", 0, 9);

        assertThat(statuses().getInt("face")).isZero();
        assertThat(run(redis.find(person, Module.FACE)).knownVersion()).contains(version(ERASED_ONCE, 0));
    }

    @Test
    void deletedPerson_isNotEnrolled_alsoAfterAFlush() {
        announce(person, Module.FACE, version(Generation.FIRST, 5));
        announce(person, Module.FACE, TemplateVersion.none(Generation.FIRST.afterDeletion()));
        awaitMaterialised("face", 1, 0);
        run(commands.flushall(List.of()));
        assertThat(statuses().getInt("face")).isZero();
    }

    @Test
    void recordsInAnyOrder_giveTheNewest() {
        List<TemplateVersion> versions = List.of(
                version(new Generation(0, 1), 2),
                version(Generation.FIRST, 7),
                version(new Generation(0, 1), 4),
                version(new Generation(0, 1), 3),
                version(new Generation(0, 1), 4));
        versions.forEach(version -> announce(person, Module.VOICE, version));
        announce(person, Module.FACE, version(Generation.FIRST, 1));
        awaitMaterialised("face", 0, 1);
        awaitMaterialised("voice", 1, 4);
    }

    @Test
    void unreadableRecords_stopNobody() {
        String key = person.id().value() + "|face";
        TestTopics.publish(Topic.ENROLMENT_STATUS, key, "no json".getBytes(StandardCharsets.UTF_8));
        TestTopics.publish(Topic.ENROLMENT_STATUS, key, "null".getBytes(StandardCharsets.UTF_8));
        TestTopics.publish(Topic.ENROLMENT_STATUS, key, "{}".getBytes(StandardCharsets.UTF_8));
        TestTopics.publish(Topic.ENROLMENT_STATUS, key, null);
        EnrolmentStatusRecord zero =
                new EnrolmentStatusRecord(1, application, person.id().value(), "behaviour", "a\0b", 0, 0, 1);
        TestTopics.publish(Topic.ENROLMENT_STATUS, key, zero.encode());
        announceWithKey(key, version(Generation.FIRST, 1));
        awaitStatus("face", 1);
    }

    private JsonPath statuses() {
        return api.openFor(userId, "iPhone6,2").jsonPath();
    }

    private void awaitStatus(String module, int expected) {
        await(() -> statuses().getInt(module) == expected);
    }

    private void awaitMaterialised(String module, long deletions, long version) {
        Tuple wanted = Tuple.of(person.id().value(), module, deletions, version);
        await(() -> run(pool.preparedQuery("SELECT 1 FROM enrolment_status"
                                        + " WHERE person = $1 AND module = $2 AND deletions = $3 AND version = $4")
                                .execute(wanted))
                        .size()
                == 1);
    }

    private static void announce(Person person, Module module, TemplateVersion version) {
        EnrolmentStatusRecord status = EnrolmentStatusRecord.of(person, module, version);
        TestTopics.publish(Topic.ENROLMENT_STATUS, status.key(), status.encode());
    }

    private void announceWithKey(String key, TemplateVersion version) {
        TestTopics.publish(
                Topic.ENROLMENT_STATUS,
                key,
                EnrolmentStatusRecord.of(person, Module.FACE, version).encode());
    }

    private static TemplateVersion version(Generation generation, long number) {
        return new TemplateVersion(generation, number);
    }

    private static Person person(String application, String userId) {
        return new Person(
                application,
                TestInstallation.shared().keys("session").personHash().of(application, userId));
    }

    private static <T> T run(Uni<T> call) {
        return call.await().atMost(PATIENCE);
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
        }
    }
}
