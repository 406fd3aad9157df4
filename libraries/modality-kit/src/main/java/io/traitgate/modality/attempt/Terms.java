package io.traitgate.modality.attempt;

import java.util.Optional;

/** By what an attempt is judged before it may begin. */
sealed interface Terms {

    /** Only as a repeat. */
    record Enrolment() implements Terms {}

    /**
     * By token, template and budget too.
     *
     * @param token how the token is judged
     * @param device whose counter of failures it is, if that device has succeeded before
     * @param budget empty where failures are not counted
     */
    record Authentication(TokenRule token, String device, Optional<BudgetRules> budget) implements Terms {}
}
