package io.traitgate.session.status;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.EnrolmentState;
import io.traitgate.contract.Module;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.status.EnrolmentStatus;
import io.traitgate.modality.status.EnrolmentStatusStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Derives the statuses of a user. Redis knows template version and pending records of face and voice; where it knows
 * no version, after a flush, or an older one than is materialised, after losing its last second, the materialised one is
 * filled in, and nothing else is ever changed here.
 * Behaviour builds nothing in the background, so the materialised version of user and device says it all.
 */
@Singleton
public final class StatusReader {

    private final EnrolmentStatusStore redis;
    private final MaterialisedStatuses materialised;

    @Inject
    StatusReader(EnrolmentStatusStore redis, MaterialisedStatuses materialised) {
        this.redis = redis;
        this.materialised = materialised;
    }

    /** The statuses of a person on a device; fails with 503/120 while a store is away. */
    public Uni<Statuses> of(Person person, String device) {
        return materialised
                .find(person.id(), device)
                .chain(known -> Uni.combine()
                        .all()
                        .unis(derived(person, Module.FACE, known), derived(person, Module.VOICE, known))
                        .with((face, voice) -> new Statuses(face, voice, behaviour(known))));
    }

    private Uni<EnrolmentState> derived(Person person, Module module, KnownVersions known) {
        return redis.find(person, module)
                .chain(status -> filled(person, module, status, known))
                .map(EnrolmentStatus::state);
    }

    private Uni<EnrolmentStatus> filled(Person person, Module module, EnrolmentStatus status, KnownVersions known) {
        return known.of(module)
                .filter(version -> isNews(version, status))
                .map(version -> redis.advance(person, module, version))
                .orElseGet(() -> Uni.createFrom().item(status));
    }

    private static boolean isNews(TemplateVersion version, EnrolmentStatus status) {
        return status.knownVersion().filter(old -> old.compareTo(version) >= 0).isEmpty();
    }

    private static EnrolmentState behaviour(KnownVersions known) {
        return known.of(Module.BEHAVIOUR).filter(TemplateVersion::exists).isPresent()
                ? EnrolmentState.ENROLLED
                : EnrolmentState.NOT_ENROLLED;
    }
}
