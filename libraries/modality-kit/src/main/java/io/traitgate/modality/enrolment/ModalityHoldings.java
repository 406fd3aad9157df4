package io.traitgate.modality.enrolment;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.traitgate.contract.Module;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.people.PersonHoldings;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.seal.PersonKey;
import io.traitgate.modality.seal.PersonKeys;
import io.traitgate.modality.status.EnrolmentStatus;
import io.traitgate.modality.status.EnrolmentStatusStore;
import io.traitgate.modality.store.Transactions;
import io.traitgate.modality.template.StoredSample;
import io.traitgate.modality.template.StoredTemplate;
import io.traitgate.modality.template.TemplateEntry;
import io.traitgate.modality.template.TemplateStore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a modality holds of people: status, template, samples. */
final class ModalityHoldings implements PersonHoldings {

    private final Module module;
    private final PersonKeys keys;
    private final TemplateStore templates;
    private final EnrolmentStatusStore statuses;
    private final Transactions transactions;
    private final SampleView view;

    ModalityHoldings(
            Module module,
            PersonKeys keys,
            TemplateStore templates,
            EnrolmentStatusStore statuses,
            Transactions transactions,
            SampleView view) {
        this.module = module;
        this.keys = keys;
        this.templates = templates;
        this.statuses = statuses;
        this.transactions = transactions;
        this.view = view;
    }

    @Override
    public Uni<Map<String, Object>> of(Person person, boolean everything) {
        return transactions
                .read(() -> keys.find(person, module)
                        .flatMap(found -> found.map(key -> stored(person, key))
                                .orElseGet(() -> Uni.createFrom().item(Stored.NOTHING))))
                .flatMap(stored -> statuses.find(person, module)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(status -> told(status, stored, everything)));
    }

    private Uni<Stored> stored(Person person, PersonKey key) {
        return templates
                .find(person, key)
                .flatMap(template -> templates
                        .samples(person, key)
                        .map(samples -> new Stored(Optional.of(key.generation()), template, samples)));
    }

    private Map<String, Object> told(EnrolmentStatus status, Stored stored, boolean everything) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("status", status.state().number());
        told.put("pending", status.pending());
        stored.generation.ifPresent(generation -> {
            told.put("erasures", generation.erasures());
            told.put("deletions", generation.deletions());
        });
        stored.template.ifPresent(template -> told.put("template", told(template, everything)));
        told.put(
                "keptSamples",
                everything ? stored.samples.stream().map(this::told).toList() : Map.of("count", stored.samples.size()));
        return told;
    }

    private static Map<String, Object> told(StoredTemplate stored, boolean everything) {
        List<TemplateEntry> entries = stored.template().entries().stream()
                .sorted(Comparator.comparing(TemplateEntry::acceptedAt))
                .toList();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("version", stored.version().number());
        told.put("model", stored.template().model());
        told.put(
                "samples",
                everything ? entries.stream().map(ModalityHoldings::told).toList() : entries.size());
        if (!entries.isEmpty()) {
            told.put("oldest", entries.getFirst().acceptedAt().toString());
            told.put("newest", entries.getLast().acceptedAt().toString());
        }
        return told;
    }

    private static Map<String, Object> told(TemplateEntry entry) {
        return Map.of(
                "enrolment", entry.enrolment(),
                "index", entry.ordinal(),
                "acceptedAt", entry.acceptedAt().toString(),
                "quality", entry.quality(),
                "weight", entry.weight(),
                "embedding", entry.embedding());
    }

    private Map<String, Object> told(StoredSample sample) {
        return Map.of(
                "enrolment", sample.enrolment(),
                "index", sample.ordinal(),
                "acceptedAt", sample.acceptedAt().toString(),
                "quality", sample.quality(),
                "mediaType", view.mediaType(),
                "content", view.view(sample.encoded()));
    }

    private record Stored(
            Optional<Generation> generation, Optional<StoredTemplate> template, List<StoredSample> samples) {
        static final Stored NOTHING = new Stored(Optional.empty(), Optional.empty(), List.of());
    }
}
