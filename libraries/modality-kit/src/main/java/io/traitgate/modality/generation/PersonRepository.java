package io.traitgate.modality.generation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.traitgate.keys.PersonId;
import io.traitgate.kit.erasure.Erasure;
import io.traitgate.modality.person.Person;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The generations of people. All methods want a transaction or session of {@code Transactions}. */
@Singleton
public class PersonRepository implements PanacheRepositoryBase<PersonRow, String> {

    private static final String ADD =
            "insert into person (person, application) values (:person, :application) on conflict do nothing";

    PersonRepository() {}

    /**
     * The person's row under its share lock, made where it is missing: until the transaction ends nobody erases or
     * deletes the person. Whoever seals under the person's key must hold it.
     */
    public Uni<PersonRow> holdShared(Person person) {
        return locked(person, LockModeType.PESSIMISTIC_READ)
                .flatMap(found -> found == null
                        ? add(person).flatMap(_ -> locked(person, LockModeType.PESSIMISTIC_READ))
                        : Uni.createFrom().item(found));
    }

    /** The generation of a person; {@link Generation#FIRST} for somebody never seen. */
    public Uni<Generation> generation(Person person) {
        return findById(person.id().value()).map(found -> found == null ? Generation.FIRST : found.generation());
    }

    /** Begins the person's next generation in this module and gives it. */
    public Uni<Generation> raiseDeletions(Person person) {
        return add(person)
                .flatMap(_ -> locked(person, LockModeType.PESSIMISTIC_WRITE))
                .map(row -> {
                    row.deletions++;
                    return row.generation();
                });
    }

    /** Begins an erase number of the person, unless that or a later one has begun. The row stays locked. */
    public Uni<Raised> raiseErasures(Person person, long number) {
        return add(person)
                .flatMap(_ -> locked(person, LockModeType.PESSIMISTIC_WRITE))
                .map(row -> {
                    boolean isNew = row.erasures < number;
                    row.erasures = Math.max(row.erasures, number);
                    return new Raised(row.generation(), isNew);
                });
    }

    /** Those of the erasures that have not been carried out to their end. */
    public Uni<List<Erasure>> unsettled(List<Erasure> erasures) {
        return list("person in ?1", erasures.stream().map(Erasure::person).toList())
                .map(rows -> {
                    Map<String, Long> settled =
                            rows.stream().collect(Collectors.toMap(row -> row.person, row -> row.settledErasures));
                    return erasures.stream()
                            .filter(erasure -> settled.getOrDefault(erasure.person(), 0L) < erasure.erasures())
                            .toList();
                });
    }

    /** Notes that an erasure was carried out, everywhere this service keeps something, and confirmed. */
    public Uni<Integer> markSettled(PersonId person, long number) {
        return update("settledErasures = ?1 where person = ?2 and settledErasures < ?1", number, person.value());
    }

    /** Notes that the deletion has been made known everywhere. */
    public Uni<Integer> markAnnounced(Person person, Generation generation) {
        return update(
                "announcedDeletions = ?1 where person = ?2 and announcedDeletions < ?1",
                generation.deletions(),
                person.id().value());
    }

    /** People whose last deletion may not have been made known everywhere. */
    public Uni<List<Unannounced>> unannounced(int limit) {
        return find("announcedDeletions < deletions")
                .page(0, limit)
                .list()
                .map(rows -> rows.stream()
                        .map(row -> new Unannounced(
                                new Person(row.application, new PersonId(row.person)), row.generation()))
                        .toList());
    }

    private Uni<PersonRow> locked(Person person, LockModeType lock) {
        return find("person", person.id().value()).withLock(lock).firstResult();
    }

    private static Uni<Integer> add(Person person) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(ADD)
                        .setParameter("person", person.id().value())
                        .setParameter("application", person.application())
                        .executeUpdate());
    }

    /**
     * What became of an erasure.
     *
     * @param isNew whether its number has begun just now
     */
    public record Raised(Generation generation, boolean isNew) {}

    /** A deletion to make known again. */
    public record Unannounced(Person person, Generation generation) {}
}
