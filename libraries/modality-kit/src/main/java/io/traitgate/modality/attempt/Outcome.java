package io.traitgate.modality.attempt;

import io.traitgate.modality.seal.PersonKey;

/**
 * The answer that the work of an attempt has come to; it counts once it is settled.
 *
 * @param answer a record that Jackson writes and reads; without what the request itself brings, such as metadata
 * @param withheld the same without anything that tells how near a failure was to success
 * @param key the person's key, as it was read for the work: the answer is sealed with it
 * @param verdict what it means for the budget
 * @param tokenChecked whether the token that the attempt began with was held against what was spoken: it is consumed
 */
public record Outcome<T>(T answer, T withheld, PersonKey key, Verdict verdict, boolean tokenChecked) {

    /** An accepted enrolment. */
    public static <T> Outcome<T> enrolled(T answer, PersonKey key) {
        return new Outcome<>(answer, answer, key, Verdict.ENROLLED, false);
    }

    /** A scored authentication. */
    public static <T> Outcome<T> authenticated(
            T answer, T withheld, PersonKey key, Verdict verdict, boolean tokenChecked) {
        return new Outcome<>(answer, withheld, key, verdict, tokenChecked);
    }
}
