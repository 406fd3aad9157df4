package io.traitgate.console.application;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;

/** The table {@code application}. */
@Singleton
final class ApplicationRepository implements PanacheRepositoryBase<ApplicationEntity, String> {

    /** Null if there is none; otherwise its row stays locked until the transaction ends. */
    Uni<ApplicationEntity> lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<List<ApplicationEntity>> inOrderOfNames() {
        return list("from ApplicationEntity order by name");
    }

    Uni<List<String>> ids() {
        return listAll().map(rows -> rows.stream().map(ApplicationEntity::id).toList());
    }
}
