package io.traitgate.modality.template;

import java.time.Instant;

/**
 * One sample's part of a template.
 *
 * @param enrolment the enrolment that brought the sample
 * @param ordinal its place in that enrolment
 * @param acceptedAt when it was accepted
 * @param quality 0 to 1, as judged at acceptance
 * @param weight its share in a fused score, above 0
 * @param mediaHash hash of the sent bytes: the same recording sent twice counts once
 * @param embedding what the model makes of the sample; treat as constant
 */
@SuppressWarnings("ArrayRecordComponent")
public record TemplateEntry(
        String enrolment,
        int ordinal,
        Instant acceptedAt,
        double quality,
        double weight,
        byte[] mediaHash,
        float[] embedding) {

    TemplateEntry withWeight(double newWeight) {
        return new TemplateEntry(enrolment, ordinal, acceptedAt, quality, newWeight, mediaHash, embedding);
    }

    /** Without the embedding, from which a face or voice could be rebuilt. */
    @Override
    public String toString() {
        return "TemplateEntry[" + enrolment + "#" + ordinal + "]";
    }
}
