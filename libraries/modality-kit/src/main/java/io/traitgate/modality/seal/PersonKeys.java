package io.traitgate.modality.seal;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.keys.DataKey;
import io.traitgate.keys.Sealer;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.kit.erasure.ErasureReplay;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.generation.PersonRepository;
import io.traitgate.modality.person.Person;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The data keys of people: one for each person and erase number, stored wrapped by the service's master key.
 *
 * <p>Unwrapped keys are not cached: unwrapping takes microseconds, the wrapped key comes from the database together with
 * what it opens, and an erasure then takes effect with its commit on every instance. Nobody gets a key before the
 * erasures that were ordered earlier have been carried out: the database may be an old copy. All methods want a
 * transaction or session of {@code Transactions}.
 */
@Singleton
public final class PersonKeys {

    private static final String WRAPPED_AS = "data-key";

    private final PersonRepository people;
    private final DataKeyRepository dataKeys;
    private final Sealer master;
    private final ErasureReplay replay;
    private final InstantSource clock;

    PersonKeys(
            PersonRepository people,
            DataKeyRepository dataKeys,
            ServiceKeys keys,
            ErasureReplay replay,
            InstantSource clock) {
        this.people = people;
        this.dataKeys = dataKeys;
        this.master = keys.master();
        this.replay = replay;
        this.clock = clock;
    }

    /**
     * The person's current key, made where it is missing, for sealing. The person's row stays share-locked until the
     * transaction ends, so no erasure comes between the sealing and its commit.
     */
    public Uni<PersonKey> holdForSealing(Person person, Module module) {
        return replay.await().flatMap(_ -> people.holdShared(person)).flatMap(row -> {
            Generation generation = row.generation();
            DataKeyId id = new DataKeyId(person.id().value(), generation.erasures());
            return dataKeys.findById(id)
                    .flatMap(found ->
                            found == null ? make(person, id) : Uni.createFrom().item(found))
                    .map(key -> toKey(person, module, generation, key));
        });
    }

    /** The person's current key for reading; empty when there is none, because there never was or it was erased. */
    public Uni<Optional<PersonKey>> find(Person person, Module module) {
        return replay.await()
                .flatMap(_ -> dataKeys.findCurrent(person))
                .map(found -> found.map(
                        current -> toKey(person, module, current.person().generation(), current.key())));
    }

    /** Destroys the person's keys of older erase numbers, and with them all that they sealed, wherever copies of it are. */
    public Uni<Void> destroyBefore(Person person, long erasures) {
        return dataKeys.deleteBefore(person, erasures).replaceWithVoid();
    }

    private Uni<DataKeyRow> make(Person person, DataKeyId id) {
        byte[] wrapped = DataKey.generate().wrap(master, associatedData(person, id.erasures()));
        return dataKeys.add(id, wrapped, clock.instant()).flatMap(_ -> dataKeys.findById(id));
    }

    private PersonKey toKey(Person person, Module module, Generation generation, DataKeyRow row) {
        DataKey key = DataKey.unwrap(master, row.wrapped, associatedData(person, generation.erasures()));
        return new PersonKey(person, module, generation, key.sealer());
    }

    private static String[] associatedData(Person person, long erasures) {
        return new String[] {WRAPPED_AS, person.application(), person.id().value(), Long.toString(erasures)};
    }
}
