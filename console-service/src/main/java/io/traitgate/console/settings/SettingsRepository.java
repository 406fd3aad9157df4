package io.traitgate.console.settings;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** The table {@code setting}. */
@Singleton
final class SettingsRepository implements PanacheRepositoryBase<SettingsEntity, String> {

    Uni<List<String>> applications() {
        return listAll()
                .map(rows -> rows.stream().map(SettingsEntity::applicationId).toList());
    }
}
