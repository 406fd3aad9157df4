package io.traitgate.modality.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.traitgate.contract.EnrolmentState;
import io.traitgate.contract.Module;
import io.traitgate.modality.Await;
import io.traitgate.modality.People;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.person.Person;
import io.traitgate.testkit.WithLocalStores;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithLocalStores(service = "face")
class EnrolmentStatusStoreTest {

    private static final Generation SECOND = new Generation(0, 1);
    private static final Generation ERASED = new Generation(1, 0);

    @Inject
    EnrolmentStatusStore statuses;

    @Inject
    People people;

    private Person person;

    @BeforeEach
    void somebodyNew() {
        person = people.somebody();
    }

    @Test
    void unknownPerson_isNotEnrolled_andNoVersionIsKnown() {
        assertThat(status()).isEqualTo(new EnrolmentStatus(null, 0));
        assertThat(status().state()).isEqualTo(EnrolmentState.NOT_ENROLLED);
    }

    @Test
    void pendingRecord_isBuilding_untilItIsSettled() {
        pend("e", Generation.FIRST);
        assertThat(status().state()).isEqualTo(EnrolmentState.BUILDING);

        Await.result(statuses.settlePending(person, Module.FACE, "e"));
        assertThat(status().state()).isEqualTo(EnrolmentState.NOT_ENROLLED);
    }

    @Test
    void version_isEnrolled_evenWhileMoreIsPending() {
        pend("a", Generation.FIRST);
        pend("b", Generation.FIRST);

        EnrolmentStatus status = Await.result(statuses.advance(person, Module.FACE, version(Generation.FIRST, 1), "a"));

        assertThat(status).isEqualTo(new EnrolmentStatus(version(Generation.FIRST, 1), 1));
        assertThat(status.state()).isEqualTo(EnrolmentState.ENROLLED);
    }

    @Test
    void sameRecordTwice_isPendingOnce() {
        pend("e", Generation.FIRST);
        pend("e", Generation.FIRST);

        assertThat(status().pending()).isEqualTo(1);
    }

    @Test
    void olderVersion_neverMovesTheStatusBack() {
        advance(version(SECOND, 2));

        advance(version(SECOND, 1));
        advance(version(Generation.FIRST, 9));

        assertThat(status().version()).isEqualTo(version(SECOND, 2));
    }

    @Test
    void erasure_isOrderedBeforeDeletion() {
        advance(version(new Generation(0, 7), 3));

        advance(TemplateVersion.none(ERASED));

        assertThat(status().version()).isEqualTo(TemplateVersion.none(ERASED));
        assertThat(status().state()).isEqualTo(EnrolmentState.NOT_ENROLLED);
    }

    @Test
    void newGeneration_dropsWhatIsPendingOfOlderOnes_andNothingElse() {
        pend("old", Generation.FIRST);
        pend("new", SECOND);

        advance(TemplateVersion.none(SECOND));

        assertThat(status().pending()).isEqualTo(1);
        assertThat(status().state()).isEqualTo(EnrolmentState.BUILDING);
    }

    @Test
    void recordOfAnOlderGeneration_doesNotBecomePending() {
        advance(TemplateVersion.none(SECOND));

        pend("late", Generation.FIRST);

        assertThat(status().pending()).isZero();
    }

    @Test
    void versionNumbers_areComparedAsNumbers() {
        advance(version(Generation.FIRST, 9));

        advance(version(Generation.FIRST, 10));

        assertThat(status().version()).isEqualTo(version(Generation.FIRST, 10));
    }

    @Test
    void modules_areIndependent() {
        advance(version(Generation.FIRST, 1));

        assertThat(Await.result(statuses.find(person, Module.VOICE)).state()).isEqualTo(EnrolmentState.NOT_ENROLLED);
    }

    @Test
    void record_survivesTheTopic() {
        EnrolmentStatusRecord record = EnrolmentStatusRecord.of(person, Module.FACE, version(ERASED, 4));

        EnrolmentStatusRecord read = EnrolmentStatusRecord.decode(record.encode());

        assertThat(read).isEqualTo(record);
        assertThat(read.toPerson()).isEqualTo(person);
        assertThat(read.toModule()).isEqualTo(Module.FACE);
        assertThat(read.toVersion()).isEqualTo(version(ERASED, 4));
        assertThat(read.key()).isEqualTo(person.id().value() + "|face");
    }

    private EnrolmentStatus status() {
        return Await.result(statuses.find(person, Module.FACE));
    }

    private void pend(String enrolment, Generation generation) {
        Await.result(statuses.addPending(person, Module.FACE, enrolment, generation, System.currentTimeMillis()));
    }

    private void advance(TemplateVersion version) {
        Await.result(statuses.advance(person, Module.FACE, version));
    }

    private static TemplateVersion version(Generation generation, long number) {
        return new TemplateVersion(generation, number);
    }
}
