package io.traitgate.modality.enrolment;

/**
 * A sample that passed the judgement of its service.
 *
 * @param encoded the sample in the service's own versioned form, lossless
 * @param quality 0 to 1, best is 1
 * @param mediaHash SHA-256 of the bytes the client sent: the same recording sent twice counts once in the template
 */
@SuppressWarnings("ArrayRecordComponent")
public record AcceptedSample(byte[] encoded, double quality, byte[] mediaHash) {

    /** Without the sample. */
    @Override
    public String toString() {
        return "AcceptedSample[bytes=" + encoded.length + ", quality=" + quality + "]";
    }
}
