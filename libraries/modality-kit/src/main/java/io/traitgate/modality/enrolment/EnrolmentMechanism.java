package io.traitgate.modality.enrolment;

import io.traitgate.kit.erasure.PersonErasing;
import io.traitgate.modality.people.PersonHoldings;

/**
 * The enrolment mechanism of one modality, put together.
 *
 * @param enroller takes accepted samples in
 * @param consumer builds the records of the topic
 * @param templates finds what people are recognised by
 * @param deletion deletes people
 * @param erasing erases people; the service offers it as a bean
 * @param holdings tells what is held of people; the service offers it as a bean
 */
public record EnrolmentMechanism(
        Enroller enroller,
        EnrolmentConsumer consumer,
        ServingTemplates templates,
        Deletion deletion,
        PersonErasing erasing,
        PersonHoldings holdings) {}
