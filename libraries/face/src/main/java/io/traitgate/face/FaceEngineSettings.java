package io.traitgate.face;

import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.quality.QualityThresholds;
import io.traitgate.inference.model.ModelSource;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can set.
 *
 * @param embedder which network makes the embeddings
 * @param models files to use in place of the shipped ones, by role: {@code face-detector}, {@code face-mesh}, {@code
 *     face-embedder}
 * @param cache folder for models that are fetched
 * @param calibration file in place of the shipped one; needed where the embedder's file is replaced
 * @param thresholds of the quality gates
 */
public record FaceEngineSettings(
        EmbedderChoice embedder,
        Map<String, ModelSource> models,
        Path cache,
        @Nullable Path calibration,
        QualityThresholds thresholds) {

    public FaceEngineSettings {
        models = Map.copyOf(models);
    }

    /** The shipped networks and thresholds. */
    public static FaceEngineSettings of(EmbedderChoice embedder) {
        return new FaceEngineSettings(
                embedder,
                Map.of(),
                Path.of(System.getProperty("java.io.tmpdir"), "traitgate-models"),
                null,
                QualityThresholds.defaults());
    }
}
