package io.traitgate.modality.enrolment;

/** Another build of the same person was faster, as may happen while partitions change hands: read again and repeat. */
final class TemplateChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemplateChangedException() {
        super("The template was changed meanwhile", null, false, false);
    }
}
