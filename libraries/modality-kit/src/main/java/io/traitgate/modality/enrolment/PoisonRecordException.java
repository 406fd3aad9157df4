package io.traitgate.modality.enrolment;

/**
 * A record that no repetition can build. It goes to the dead-letter topic with the message as its reason, which therefore
 * holds nothing of the record.
 */
public final class PoisonRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A record that cannot be built.
     *
     * @param reason fixed text, fit for an operator
     */
    public PoisonRecordException(String reason) {
        super(reason);
    }

    public PoisonRecordException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
