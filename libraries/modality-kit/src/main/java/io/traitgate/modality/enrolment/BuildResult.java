package io.traitgate.modality.enrolment;

import io.traitgate.modality.generation.TemplateVersion;

/** What became of a record. */
sealed interface BuildResult {

    /** It is in the template, since now or since before; number 0: too few samples to serve. */
    record Built(TemplateVersion version) implements BuildResult {}

    /** Its person was erased or deleted after it was accepted. */
    record Gone() implements BuildResult {}
}
