package io.traitgate.modality.enrolment;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.EnrolmentState;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.status.EnrolmentStatusStore;
import io.traitgate.modality.template.StoredTemplate;
import io.traitgate.modality.template.TemplateStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The templates people are recognised by, waited for while the first one is being built. */
public final class ServingTemplates {

    private static final Duration PAUSE = Duration.ofMillis(80);

    private final Modality modality;
    private final TemplateStore templates;
    private final EnrolmentStatusStore statuses;
    private final Enroller enroller;
    private final InstantSource clock;

    ServingTemplates(
            Modality modality,
            TemplateStore templates,
            EnrolmentStatusStore statuses,
            Enroller enroller,
            InstantSource clock) {
        this.modality = modality;
        this.templates = templates;
        this.statuses = statuses;
        this.enroller = enroller;
        this.clock = clock;
    }

    /**
     * The person's template, made by the current model.
     *
     * <p>One of another model is asked to be built again and waited for like a first one.
     *
     * @param patience how long to wait for a template that is being built
     * @return fails with 424/107 when nobody is enrolled, with 424/103 when the template is still being built
     */
    public Uni<StoredTemplate> await(Person person, Duration patience) {
        Instant end = clock.instant().plus(patience);
        return templates.findServing(person, modality.module()).flatMap(found -> {
            if (found.isPresent() && isCurrent(found.get())) {
                return Uni.createFrom().item(found.get());
            }
            return found.map(outdated -> enroller.rebuild(
                            person, outdated.version(), modality.embedder().model()))
                    .orElseGet(() -> Uni.createFrom().voidItem())
                    .flatMap(_ ->
                            poll(person, end, found.map(StoredTemplate::version).orElse(null)));
        });
    }

    /**
     * Looks into the database and tells Redis of the template that serves, which it may have forgotten.
     *
     * @return whether Redis knows of a template now
     */
    public Uni<Boolean> remind(Person person) {
        return templates
                .findServing(person, modality.module())
                .flatMap(found -> found.map(stored -> statuses.advance(person, modality.module(), stored.version())
                                .map(status -> status.state() == EnrolmentState.ENROLLED))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    /**
     * Asks Redis again and again, and PostgreSQL only when Redis has news: another version than the one that was read, or
     * nothing pending. The status is read first: what is pending no more by then is in the template or never will be.
     */
    private Uni<StoredTemplate> poll(Person person, Instant end, @Nullable TemplateVersion read) {
        return statuses.find(person, modality.module()).flatMap(status -> {
            TemplateVersion known = status.version();
            boolean isNews = known != null && known.exists() && !known.equals(read);
            if (!isNews && status.pending() > 0) {
                return pause(person, end, read);
            }
            return templates.findServing(person, modality.module()).flatMap(found -> {
                Optional<StoredTemplate> current = found.filter(this::isCurrent);
                if (current.isPresent()) {
                    return Uni.createFrom().item(current.get());
                }
                return status.pending() == 0
                        ? Uni.createFrom().failure(new ApiException(ApiError.USER_NOT_FOUND))
                        : pause(person, end, known);
            });
        });
    }

    private Uni<StoredTemplate> pause(Person person, Instant end, @Nullable TemplateVersion read) {
        if (!clock.instant().isBefore(end)) {
            return Uni.createFrom().failure(new ApiException(ApiError.TEMPLATE_BUILDING));
        }
        return Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE).flatMap(_ -> poll(person, end, read));
    }

    private boolean isCurrent(StoredTemplate stored) {
        return stored.template().model().equals(modality.embedder().model());
    }
}
