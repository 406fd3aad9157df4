package io.traitgate.modality.template;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.seal.PersonKey;
import io.traitgate.modality.seal.PersonKeys;
import io.traitgate.modality.store.Transactions;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Templates and samples in PostgreSQL, sealed with the person's key. */
@Singleton
public final class TemplateStore {

    private static final String TEMPLATE = "template";
    private static final String SAMPLE = "sample";
    private static final int HASH_BYTES = 32;

    private final TemplateRepository templates;
    private final SampleRepository samples;
    private final PersonKeys keys;
    private final Transactions transactions;
    private final InstantSource clock;

    TemplateStore(
            TemplateRepository templates,
            SampleRepository samples,
            PersonKeys keys,
            Transactions transactions,
            InstantSource clock) {
        this.templates = templates;
        this.samples = samples;
        this.keys = keys;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The template a person is recognised by; empty when there is none that serves. */
    public Uni<Optional<StoredTemplate>> findServing(Person person, Module module) {
        return transactions
                .read(() -> keys.find(person, module)
                        .flatMap(key -> key.map(held -> find(person, held))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))))
                .map(found -> found.filter(stored -> stored.version().exists()));
    }

    /** The template of the key's generation, serving or not. Wants a transaction or session. */
    public Uni<Optional<StoredTemplate>> find(Person person, PersonKey key) {
        return templates
                .findById(person.id().value())
                .map(row -> Optional.ofNullable(row)
                        .filter(found -> found.version().generation().equals(key.generation()))
                        .map(found -> open(found, key)));
    }

    /** The kept samples of a person, oldest first. Wants a transaction or session. */
    public Uni<List<StoredSample>> samples(Person person, PersonKey key) {
        return samples.of(person)
                .map(rows -> rows.stream().map(row -> open(row, key)).toList());
    }

    /**
     * Puts a template in the place of the one that was read. Wants the transaction in which the key is held for sealing.
     *
     * @param read the template the new one was made from; absent if there was none
     * @return false, with nothing changed, if somebody else changed it meanwhile
     */
    public Uni<Boolean> replace(
            Person person, PersonKey key, Optional<StoredTemplate> read, TemplateVersion version, Template template) {
        return templates.lock(person).flatMap(found -> {
            long revision = found == null ? -1 : found.revision;
            if (revision != read.map(StoredTemplate::revision).orElse(-1L)) {
                return Uni.createFrom().item(false);
            }
            TemplateRow row = found == null ? new TemplateRow() : found;
            row.person = person.id().value();
            row.application = person.application();
            row.setVersion(version);
            row.model = template.model();
            row.sealed = key.seal(TemplateCodec.encode(template), TEMPLATE, name(version));
            row.builtAt = clock.instant();
            return templates.persistAndFlush(row).replaceWith(true);
        });
    }

    /** Keeps samples, and of all the person's samples the newest. Wants the transaction in which the key is held. */
    public Uni<Void> keep(Person person, PersonKey key, List<StoredSample> more, int kept) {
        if (kept == 0 || more.isEmpty()) {
            return samples.prune(person, kept).replaceWithVoid();
        }
        return samples.persist(more.stream().map(sample -> seal(person, sample, key)))
                .flatMap(_ -> samples.flush())
                .flatMap(_ -> samples.prune(person, kept))
                .replaceWithVoid();
    }

    /** Deletes template and samples; answers how many rows there were. Wants a transaction. */
    public Uni<Long> delete(Person person) {
        return templates
                .delete("person", person.id().value())
                .flatMap(
                        removed -> samples.delete("person", person.id().value()).map(more -> removed + more));
    }

    private static StoredTemplate open(TemplateRow row, PersonKey key) {
        TemplateVersion version = row.version();
        byte[] template = key.open(row.sealed, TEMPLATE, name(version));
        return new StoredTemplate(version, TemplateCodec.decode(template), row.revision, key);
    }

    private static SampleRow seal(Person person, StoredSample sample, PersonKey key) {
        SampleRow row = new SampleRow();
        row.person = person.id().value();
        row.enrolment = sample.enrolment();
        row.ordinal = sample.ordinal();
        row.quality = sample.quality();
        row.acceptedAt = sample.acceptedAt();
        byte[] plain = ByteBuffer.allocate(HASH_BYTES + sample.encoded().length)
                .put(sample.mediaHash(), 0, HASH_BYTES)
                .put(sample.encoded())
                .array();
        row.sealed = key.seal(plain, SAMPLE, sample.enrolment(), Integer.toString(sample.ordinal()));
        return row;
    }

    private static StoredSample open(SampleRow row, PersonKey key) {
        byte[] plain = key.open(row.sealed, SAMPLE, row.enrolment, Integer.toString(row.ordinal));
        return new StoredSample(
                row.enrolment,
                row.ordinal,
                row.acceptedAt,
                row.quality,
                Arrays.copyOf(plain, HASH_BYTES),
                Arrays.copyOfRange(plain, HASH_BYTES, plain.length));
    }

    private static String name(TemplateVersion version) {
        return version.generation().erasures() + "/" + version.generation().deletions() + "/" + version.number();
    }
}
