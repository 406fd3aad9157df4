package io.traitgate.modality.enrolment;

import java.util.concurrent.CompletionStage;

/** Turns the samples of one modality into embeddings. */
public interface Embedder {

    /** Version of the model; embeddings of different versions are not comparable. */
    String model();

    /**
     * Embeds a sample at the priority of template builds, which yield to authentications.
     *
     * @param sample a sample as the service encoded it at acceptance; this version's form or the one before
     * @return fails with {@link PoisonRecordException} for bytes that are no sample, and with a 503 of the contract when
     *     there is no capacity now, which is tried again for as long as it takes; any other failure a few times
     */
    CompletionStage<float[]> embed(byte[] sample);
}
