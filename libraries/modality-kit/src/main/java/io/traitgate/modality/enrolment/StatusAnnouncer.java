package io.traitgate.modality.enrolment;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.status.EnrolmentStatusRecord;
import io.traitgate.modality.status.EnrolmentStatusStore;

/**
 * Makes a template version known: to Redis first, which every service reads, then to the topic from which session-service
 * fills Redis again after a flush. Both take news in any order and any number of times.
 */
final class StatusAnnouncer {

    private final Module module;
    private final EnrolmentStatusStore statuses;
    private final TopicWriter topic;

    StatusAnnouncer(Module module, EnrolmentStatusStore statuses, TopicWriter topic) {
        this.module = module;
        this.statuses = statuses;
        this.topic = topic;
    }

    /** Announces what an enrolment led to; the enrolment is pending no more. */
    Uni<Void> announce(Person person, TemplateVersion version, String enrolment) {
        Uni<?> stored = statuses.advance(person, module, version, enrolment);
        return version.exists() ? stored.flatMap(_ -> publish(person, version)) : stored.replaceWithVoid();
    }

    /** Announces that a generation has begun without a template; what is newer by now is announced in its place. */
    Uni<Void> announceDeletion(Person person, TemplateVersion version) {
        return statuses.advance(person, module, version)
                .flatMap(status -> publish(person, status.knownVersion().orElse(version)));
    }

    private Uni<Void> publish(Person person, TemplateVersion version) {
        EnrolmentStatusRecord record = EnrolmentStatusRecord.of(person, module, version);
        return topic.write(record.key(), record.encode()).replaceWithVoid();
    }
}
