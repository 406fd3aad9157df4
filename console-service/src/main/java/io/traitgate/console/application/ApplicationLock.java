package io.traitgate.console.application;

import io.smallrye.mutiny.Uni;
import io.traitgate.console.admin.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Puts changes of what belongs to an application in order: they hold its row locked until their transaction ends. */
@Singleton
public final class ApplicationLock {

    private final ApplicationRepository applications;

    @Inject
    ApplicationLock(ApplicationRepository applications) {
        this.applications = applications;
    }

    /**
     * Takes the lock, within a transaction.
     *
     * @throws ProblemException (as failure) 404 for an unknown application
     */
    public Uni<Void> take(String application) {
        return applications
                .lock(application)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("There is no such application"))
                .replaceWithVoid();
    }
}
