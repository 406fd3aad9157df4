package io.traitgate.modality.people;

import io.smallrye.mutiny.Uni;
import io.traitgate.modality.person.Person;
import java.util.Map;

/** What a service holds of people. A service that keeps anything of them has one bean of this type. */
public interface PersonHoldings {
    /**
     * What is held of the person, as fields of JSON.
     *
     * @param everything the things themselves: samples, templates, sessions; else only how many, how old and of what kind
     */
    Uni<Map<String, Object>> of(Person person, boolean everything);
}
