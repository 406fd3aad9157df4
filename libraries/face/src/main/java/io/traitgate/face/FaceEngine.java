package io.traitgate.face;

import io.traitgate.face.detection.FaceDetector;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.embedding.FaceEmbedder;
import io.traitgate.face.mesh.FaceMesh;
import io.traitgate.face.quality.FaceQuality;
import io.traitgate.face.score.Calibration;
import io.traitgate.face.score.CalibrationFile;
import io.traitgate.face.score.FaceScorer;
import io.traitgate.inference.model.ModelCatalogue;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/**
 * Everything that recognises faces, loaded and checked. All parts may be used by many threads at once; each call runs on
 * the calling thread alone.
 */
public final class FaceEngine implements AutoCloseable {
    private final ModelCatalogue models;
    private final FaceAnalyser analyser;
    private final FaceEmbedder embedder;
    private final FaceScorer scorer;

    private FaceEngine(ModelCatalogue models, FaceAnalyser analyser, FaceEmbedder embedder, FaceScorer scorer) {
        this.models = models;
        this.analyser = analyser;
        this.embedder = embedder;
        this.scorer = scorer;
    }

    /**
     * Loads the networks and the calibration.
     *
     * @throws io.traitgate.inference.model.ModelUnavailableException when a network cannot be had or does not fit
     * @throws UncheckedIOException when the calibration is missing or malformed
     * @throws IllegalArgumentException when the calibration was measured with another network than the one in use
     */
    public static FaceEngine open(FaceEngineSettings settings) {
        var embedding = settings.embedder();
        var models = ModelCatalogue.open(
                List.of(FaceModels.DETECTOR, FaceModels.MESH, embedding.definition()),
                settings.models(),
                settings.cache());
        try {
            var embedder = new FaceEmbedder(embedding, models.model(EmbedderChoice.ROLE));
            var calibration = calibration(settings);
            requireFit(calibration, embedding, embedder);
            return new FaceEngine(
                    models,
                    new FaceAnalyser(
                            new FaceDetector(models.model(FaceModels.DETECTOR.role())),
                            new FaceMesh(models.model(FaceModels.MESH.role())),
                            new FaceQuality(settings.thresholds())),
                    embedder,
                    new FaceScorer(embedder.modelVersion(), embedding.similarity(), calibration));
        } catch (RuntimeException e) {
            models.close();
            throw e;
        }
    }

    private static void requireFit(Calibration calibration, EmbedderChoice choice, FaceEmbedder embedder) {
        if (!calibration.modelVersion().equals(embedder.modelVersion())
                || calibration.similarity() != choice.similarity()) {
            throw new IllegalArgumentException(
                    "The calibration is for %s (%s), and the embedder is %s (%s): calibrate for this network"
                            .formatted(
                                    calibration.modelVersion(),
                                    calibration.similarity(),
                                    embedder.modelVersion(),
                                    choice.similarity()));
        }
    }

    private static Calibration calibration(FaceEngineSettings settings) {
        try (var stream = calibrationStream(settings)) {
            return CalibrationFile.read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("No calibration for the face embedder", e);
        }
    }

    private static InputStream calibrationStream(FaceEngineSettings settings) throws IOException {
        if (settings.calibration() != null) {
            return Files.newInputStream(settings.calibration());
        }
        var resource = settings.embedder().definition().calibration();
        var stream = resource == null
                ? null
                : Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
        if (stream == null) {
            throw new FileNotFoundException("no resource " + resource);
        }
        return stream;
    }

    public FaceAnalyser analyser() {
        return analyser;
    }

    public FaceEmbedder embedder() {
        return embedder;
    }

    public FaceScorer scorer() {
        return scorer;
    }

    /** Versions of the networks by role, for events. */
    public Map<String, String> modelVersions() {
        return models.versions();
    }

    @Override
    public void close() {
        models.close();
    }
}
