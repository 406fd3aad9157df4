package io.traitgate.face;

import io.traitgate.face.embedding.FaceEmbedder;
import io.traitgate.face.score.Calibration;
import io.traitgate.face.score.CalibrationFile;
import io.traitgate.face.score.FaceScorer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/**
 * Everything that recognises faces: the networks and the calibrated scores of one embedder. All parts may be used by many
 * threads at once; each call runs on the calling thread alone.
 */
public final class FaceEngine implements AutoCloseable {
    private final FaceNetworks networks;
    private final FaceScorer scorer;

    private FaceEngine(FaceNetworks networks, FaceScorer scorer) {
        this.networks = networks;
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
        var calibration = calibration(settings);
        var networks = FaceNetworks.open(settings);
        var version = networks.embedder().modelVersion();
        var similarity = settings.embedder().similarity();
        if (!calibration.modelVersion().equals(version) || calibration.similarity() != similarity) {
            networks.close();
            throw new IllegalArgumentException(
                    "The calibration %s is for %s (%s), and the embedder is %s (%s): calibrate for this network"
                            .formatted(
                                    name(settings),
                                    calibration.modelVersion(),
                                    calibration.similarity(),
                                    version,
                                    similarity));
        }
        return new FaceEngine(networks, new FaceScorer(version, similarity, calibration));
    }

    private static Calibration calibration(FaceEngineSettings settings) {
        try (var stream = calibrationStream(settings)) {
            return CalibrationFile.read(stream);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("There is no calibration file " + name(settings), e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The calibration %s cannot be used: %s".formatted(name(settings), CalibrationFile.reason(e)), e);
        }
    }

    private static String name(FaceEngineSettings settings) {
        var file = settings.calibration();
        return file == null ? settings.embedder().calibration() : file.toString();
    }

    private static InputStream calibrationStream(FaceEngineSettings settings) throws IOException {
        var file = settings.calibration();
        if (file != null) {
            return Files.newInputStream(file);
        }
        var resource = settings.embedder().calibration();
        var loader = Thread.currentThread().getContextClassLoader();
        var stream = (loader == null ? FaceEngine.class.getClassLoader() : loader).getResourceAsStream(resource);
        if (stream == null) {
            throw new FileNotFoundException("no resource " + resource + " on the class path");
        }
        return stream;
    }

    public FaceAnalyser analyser() {
        return networks.analyser();
    }

    public FaceEmbedder embedder() {
        return networks.embedder();
    }

    public FaceScorer scorer() {
        return scorer;
    }

    /** Versions of the networks by role, for events. */
    public Map<String, String> modelVersions() {
        return networks.versions();
    }

    @Override
    public void close() {
        networks.close();
    }
}
