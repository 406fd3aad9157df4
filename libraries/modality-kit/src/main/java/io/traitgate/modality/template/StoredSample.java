package io.traitgate.modality.template;

import java.time.Instant;

/**
 * A sample with what is known about it.
 *
 * @param enrolment the enrolment that brought it
 * @param ordinal its place in that enrolment
 * @param acceptedAt when it was accepted
 * @param quality 0 to 1
 * @param mediaHash hash of the bytes the client sent
 * @param encoded the sample in the form of its module's codec
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredSample(
        String enrolment, int ordinal, Instant acceptedAt, double quality, byte[] mediaHash, byte[] encoded) {

    /** The sample's part of a template. */
    public TemplateEntry embeddedAs(float[] embedding) {
        return new TemplateEntry(enrolment, ordinal, acceptedAt, quality, 1, mediaHash, embedding);
    }

    /** Without the sample. */
    @Override
    public String toString() {
        return "StoredSample[" + enrolment + "#" + ordinal + "]";
    }
}
