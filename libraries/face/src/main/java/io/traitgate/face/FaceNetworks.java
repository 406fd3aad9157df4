package io.traitgate.face;

import io.traitgate.face.detection.FaceDetector;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.embedding.FaceEmbedder;
import io.traitgate.face.mesh.FaceMesh;
import io.traitgate.face.quality.FaceQuality;
import io.traitgate.inference.model.ModelCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The networks, loaded and checked, with what stands directly on them: all that is needed to make embeddings, and to
 * measure a calibration. All parts may be used by many threads at once; each call runs on the calling thread alone.
 */
public final class FaceNetworks implements AutoCloseable {
    private final ModelCatalogue models;
    private final FaceAnalyser analyser;
    private final FaceEmbedder embedder;

    private FaceNetworks(ModelCatalogue models, FaceAnalyser analyser, FaceEmbedder embedder) {
        this.models = models;
        this.analyser = analyser;
        this.embedder = embedder;
    }

    /**
     * Loads the networks.
     *
     * @throws io.traitgate.inference.model.ModelUnavailableException when one cannot be had or does not fit
     */
    public static FaceNetworks open(FaceEngineSettings settings) {
        var choice = settings.embedder();
        var models = ModelCatalogue.open(
                List.of(FaceModels.DETECTOR, FaceModels.MESH, choice.definition()),
                settings.models(),
                settings.cache());
        return new FaceNetworks(
                models,
                new FaceAnalyser(
                        new FaceDetector(models.model(FaceModels.DETECTOR.role())),
                        new FaceMesh(models.model(FaceModels.MESH.role())),
                        new FaceQuality(settings.thresholds())),
                new FaceEmbedder(choice, models.model(EmbedderChoice.ROLE)));
    }

    public FaceAnalyser analyser() {
        return analyser;
    }

    public FaceEmbedder embedder() {
        return embedder;
    }

    /** Versions of the networks by role, for events. */
    public Map<String, String> versions() {
        var versions = new LinkedHashMap<>(models.versions());
        versions.put(EmbedderChoice.ROLE, embedder.modelVersion());
        return versions;
    }

    @Override
    public void close() {
        models.close();
    }
}
