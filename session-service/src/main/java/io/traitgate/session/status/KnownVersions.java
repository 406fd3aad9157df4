package io.traitgate.session.status;

import io.traitgate.contract.Module;
import io.traitgate.modality.generation.TemplateVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The newest template versions of a person by module, as far as they are materialised. */
record KnownVersions(Map<String, TemplateVersion> byModule) {

    /** One row. */
    record Entry(String module, TemplateVersion version) {}

    static KnownVersions of(List<Entry> entries) {
        return new KnownVersions(entries.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Entry::module, Entry::version, (one, other) -> one.compareTo(other) >= 0 ? one : other)));
    }

    Optional<TemplateVersion> of(Module module) {
        return Optional.ofNullable(byModule.get(module.wireName()));
    }
}
