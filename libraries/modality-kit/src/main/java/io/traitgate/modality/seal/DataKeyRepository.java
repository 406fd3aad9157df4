package io.traitgate.modality.seal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.traitgate.modality.generation.PersonRow;
import io.traitgate.modality.person.Person;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The wrapped keys of people. */
@Singleton
class DataKeyRepository implements PanacheRepositoryBase<DataKeyRow, DataKeyId> {

    private static final String ADD = "insert into data_key (person, erasures, wrapped, created_at)"
            + " values (:person, :erasures, :wrapped, :at) on conflict do nothing";

    private static final String CURRENT = "select p, k from PersonRow p join DataKeyRow k"
            + " on k.id.person = p.person and k.id.erasures = p.erasures where p.person = :person";

    DataKeyRepository() {}

    /** The person's row together with the key of its erase number. */
    Uni<Optional<Current>> findCurrent(Person person) {
        return Panache.getSession()
                .flatMap(session -> session.createSelectionQuery(CURRENT, Object[].class)
                        .setParameter("person", person.id().value())
                        .getSingleResultOrNull())
                .map(row ->
                        Optional.ofNullable(row).map(both -> new Current((PersonRow) both[0], (DataKeyRow) both[1])));
    }

    /** Adds the key unless another instance was first: the caller reads what is there afterwards. */
    Uni<Integer> add(DataKeyId id, byte[] wrapped, Instant at) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(ADD)
                        .setParameter("person", id.person())
                        .setParameter("erasures", id.erasures())
                        .setParameter("wrapped", wrapped)
                        .setParameter("at", at)
                        .executeUpdate());
    }

    /** Destroys the keys of older erase numbers. */
    Uni<Long> deleteBefore(Person person, long erasures) {
        return delete("id.person = ?1 and id.erasures < ?2", person.id().value(), erasures);
    }

    record Current(PersonRow person, DataKeyRow key) {}
}
