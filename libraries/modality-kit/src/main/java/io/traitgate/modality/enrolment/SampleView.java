package io.traitgate.modality.enrolment;

/**
 * Makes a kept sample readable for the person it is of.
 *
 * @see ModalityHoldings
 */
public interface SampleView {
    /** What {@link #view} gives, such as {@code image/png}. */
    String mediaType();

    /** The sample in a common form; takes a core some milliseconds. */
    byte[] view(byte[] encoded);
}
