package io.traitgate.modality.template;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.traitgate.modality.person.Person;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

/** The rows of templates. */
@Singleton
class TemplateRepository implements PanacheRepositoryBase<TemplateRow, String> {

    TemplateRepository() {}

    /** The person's row, locked until the transaction ends; {@code null} where there is none. */
    Uni<TemplateRow> lock(Person person) {
        return find("person", person.id().value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }
}
