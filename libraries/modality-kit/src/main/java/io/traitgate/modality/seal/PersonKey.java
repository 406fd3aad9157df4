package io.traitgate.modality.seal;

import io.traitgate.contract.Module;
import io.traitgate.keys.Sealer;
import io.traitgate.keys.UnsealException;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.person.Person;
import java.util.ArrayList;
import java.util.List;

/**
 * Seals and opens what belongs to one person in one module. Sealed bytes are bound to what they are, to application,
 * person and module: moved to anybody else, or read as anything else, they do not open.
 *
 * <p>It is kept for no longer than a call: a key that was destroyed by an erasure must not live on in memory.
 */
public final class PersonKey {

    private final Person person;
    private final Module module;
    private final Generation generation;
    private final Sealer sealer;

    PersonKey(Person person, Module module, Generation generation, Sealer sealer) {
        this.person = person;
        this.module = module;
        this.generation = generation;
        this.sealer = sealer;
    }

    /** The person's generation at the time the key was read. */
    public Generation generation() {
        return generation;
    }

    /**
     * Seals bytes.
     *
     * @param kind what they are, such as {@code template}
     * @param names what tells them from others of the kind, such as a version
     */
    public byte[] seal(byte[] plain, String kind, String... names) {
        return sealer.seal(plain, associatedData(kind, names));
    }

    /**
     * Opens what {@link #seal} sealed with the same arguments.
     *
     * @throws UnsealException for anything else
     */
    public byte[] open(byte[] sealed, String kind, String... names) {
        return sealer.open(sealed, associatedData(kind, names));
    }

    private String[] associatedData(String kind, String... names) {
        List<String> all =
                new ArrayList<>(List.of(kind, person.application(), person.id().value(), module.wireName()));
        all.addAll(List.of(names));
        return all.toArray(String[]::new);
    }
}
