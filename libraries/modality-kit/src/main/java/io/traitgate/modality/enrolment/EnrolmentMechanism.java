package io.traitgate.modality.enrolment;

/**
 * The enrolment mechanism of one modality, put together.
 *
 * @param enroller takes accepted samples in
 * @param consumer builds the records of the topic
 * @param templates finds what people are recognised by
 * @param deletion deletes people
 */
public record EnrolmentMechanism(
        Enroller enroller, EnrolmentConsumer consumer, ServingTemplates templates, Deletion deletion) {}
