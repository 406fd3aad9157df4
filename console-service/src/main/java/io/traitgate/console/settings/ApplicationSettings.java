package io.traitgate.console.settings;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.traitgate.console.admin.ProblemException;
import io.traitgate.console.application.ApplicationLock;
import io.traitgate.console.outbox.OutboxPublisher;
import io.traitgate.console.outbox.OutboxSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The settings of applications: read, replaced as a whole, and told to the services. */
@Singleton
final class ApplicationSettings implements OutboxSource {

    private final ApplicationLock lock;
    private final SettingsRepository rows;
    private final SettingsPublication publication;
    private final OutboxPublisher publisher;
    private final Clock clock;

    @Inject
    ApplicationSettings(
            ApplicationLock lock,
            SettingsRepository rows,
            SettingsPublication publication,
            OutboxPublisher publisher,
            Clock clock) {
        this.lock = lock;
        this.rows = rows;
        this.publication = publication;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * What is set.
     *
     * @throws ProblemException (as failure) 404 for an unknown application
     */
    Uni<SettingsDocument> of(String application) {
        return Panache.withTransaction(() ->
                lock.take(application).chain(() -> rows.findById(application)).map(this::document));
    }

    /**
     * Replaces everything that was set.
     *
     * @throws ProblemException (as failure) 404 for an unknown application
     */
    Uni<SettingsDocument> replace(String application, SettingsDocument settings) {
        return Panache.withTransaction(() -> lock.take(application)
                        .chain(() -> rows.findById(application))
                        .chain(row -> store(row, application, publication.write(settings)))
                        .chain(() -> publication.publish(application, settings)))
                .invoke(publisher::wake)
                .replaceWith(settings);
    }

    @Override
    public Uni<Void> addEverything() {
        return Panache.withSession(rows::applications)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::addOne)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> addOne(String application) {
        return Panache.withTransaction(() -> lock.take(application)
                .chain(() -> rows.findById(application))
                .chain(row -> publication.publish(application, document(row))));
    }

    private Uni<Void> store(@Nullable SettingsEntity row, String application, String document) {
        if (row == null) {
            return rows.persist(new SettingsEntity(application, document, clock.instant()))
                    .replaceWithVoid();
        }
        row.change(document, clock.instant());
        return Uni.createFrom().voidItem();
    }

    private SettingsDocument document(@Nullable SettingsEntity row) {
        return row == null ? SettingsDocument.EMPTY : publication.read(row.document());
    }
}
