package io.traitgate.contract;

/**
 * Where a person stands with one module, as {@code /v1/sessions} reports it. Behaviour never is
 * {@link #BUILDING}.
 */
public enum EnrolmentState {
    NOT_ENROLLED(0),
    ENROLLED(1),

    /** Samples are accepted and the first template is being built; clients say "try again in a few seconds". */
    BUILDING(2);

    private final int number;

    EnrolmentState(int number) {
        this.number = number;
    }

    /** The integer on the wire. */
    public int number() {
        return number;
    }

    /**
     * The state with the given number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static EnrolmentState of(int number) {
        return switch (number) {
            case 0 -> NOT_ENROLLED;
            case 1 -> ENROLLED;
            case 2 -> BUILDING;
            default -> throw new IllegalArgumentException("no enrolment state has the number " + number);
        };
    }
}
