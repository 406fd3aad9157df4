package io.traitgate.modality.attempt;

/** What an answered call means for the attempt budget of its person. */
public enum Verdict {
    /** It was an enrolment, which the budget does not concern. */
    ENROLLED,
    /** It was this person, as far as anybody can tell. */
    PASSED,
    /** It was not, or nothing alive: one of the attempts is used up. */
    FAILED;

    private static final double ACCEPTED = 0.5;

    /**
     * The verdict on an authentication. A photograph cannot prove life and does not fail for that.
     *
     * @param lifeExpected whether a video was sent whose liveness is judged, or a live token was checked
     */
    public static Verdict of(double score, double liveness, boolean lifeExpected) {
        return score < ACCEPTED || (lifeExpected && liveness < ACCEPTED) ? FAILED : PASSED;
    }
}
