package io.traitgate.face.service.enrolment;

import io.traitgate.face.FaceEngine;
import io.traitgate.face.embedding.FaceEmbedder;
import io.traitgate.face.sample.FaceSample;
import io.traitgate.face.sample.FaceSampleCodec;
import io.traitgate.face.service.lane.FaceLanes;
import io.traitgate.modality.enrolment.Embedder;
import io.traitgate.modality.enrolment.PoisonRecordException;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;

/** Embeds the samples of template builds on the lanes. */
@Singleton
final class FaceEmbeddings implements Embedder {

    private final FaceEmbedder embedder;
    private final FaceLanes lanes;

    FaceEmbeddings(FaceEngine engine, FaceLanes lanes) {
        this.embedder = engine.embedder();
        this.lanes = lanes;
    }

    @Override
    public String model() {
        return embedder.modelVersion();
    }

    @Override
    public CompletionStage<float[]> embed(byte[] sample) {
        return lanes.build(() -> embedder.embedForTemplate(decode(sample))).subscribeAsCompletionStage();
    }

    private static FaceSample decode(byte[] sample) {
        try {
            return FaceSampleCodec.decode(sample);
        } catch (IllegalArgumentException e) {
            throw new PoisonRecordException("not a face sample");
        }
    }
}
