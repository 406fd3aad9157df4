package io.traitgate.modality.attempt;

import io.smallrye.mutiny.Uni;
import io.traitgate.modality.person.Person;
import java.time.Duration;
import java.util.function.Function;

/**
 * What is done about a template that Redis knows nothing of.
 *
 * @param remind looks into the database and tells whether Redis knows of one now
 * @param patience how long to wait for one that is being built
 */
record TemplateSearch(Function<Person, Uni<Boolean>> remind, Duration patience) {

    /** For what needs no template. */
    static final TemplateSearch NONE = new TemplateSearch(_ -> Uni.createFrom().item(false), Duration.ZERO);
}
