package io.traitgate.modality.enrolment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.traitgate.modality.person.Person;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Which enrolments are in the template already. All methods want a transaction or session. */
@Singleton
class InboxRepository implements PanacheRepositoryBase<InboxRow, String> {

    private static final String ADD = "insert into enrolment_inbox (enrolment, person, built_at)"
            + " values (:enrolment, :person, :at) on conflict do nothing";

    InboxRepository() {}

    /** Notes an enrolment; false if it was there. */
    Uni<Boolean> add(String enrolment, Person person, Instant at) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(ADD)
                        .setParameter("enrolment", enrolment)
                        .setParameter("person", person.id().value())
                        .setParameter("at", at)
                        .executeUpdate())
                .map(added -> added > 0);
    }

    /** Forgets enrolments that were built before a time. */
    Uni<Long> prune(Instant before) {
        return delete("builtAt < ?1", before);
    }

    Uni<Boolean> contains(String enrolment) {
        return findById(enrolment).map(row -> row != null);
    }

    Uni<Long> delete(Person person) {
        return delete("person", person.id().value());
    }
}
