package io.traitgate.modality.template;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.traitgate.modality.person.Person;
import jakarta.inject.Singleton;
import java.util.List;

/** The rows of samples. */
@Singleton
class SampleRepository implements PanacheRepositoryBase<SampleRow, Long> {

    private static final String PRUNE = "delete from sample where person = :person and id not in"
            + " (select id from sample where person = :person order by accepted_at desc, id desc limit :kept)";

    SampleRepository() {}

    Uni<List<SampleRow>> of(Person person) {
        return list("person", Sort.by("acceptedAt").and("id"), person.id().value());
    }

    /** Deletes all but the newest samples of a person. */
    Uni<Integer> prune(Person person, int kept) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(PRUNE)
                        .setParameter("person", person.id().value())
                        .setParameter("kept", kept)
                        .executeUpdate());
    }
}
