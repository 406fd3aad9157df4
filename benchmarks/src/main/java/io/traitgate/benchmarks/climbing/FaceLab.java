package io.traitgate.benchmarks.climbing;

import io.traitgate.face.FaceAnalyser.Sideways;
import io.traitgate.face.FaceAnalysis;
import io.traitgate.face.FaceEngineSettings;
import io.traitgate.face.FaceNetworks;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.sample.FaceSample;
import io.traitgate.media.FaceMedia;
import io.traitgate.media.MediaException;
import io.traitgate.media.MediaLimits;
import io.traitgate.media.RgbImage;
import io.traitgate.media.pool.DecoderPool;
import io.traitgate.media.pool.DecoderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * The pipeline of the service, in the attacker's hands as well as in the server's: the networks are public. A picture that
 * the gates refuse is refused here without costing a call.
 */
final class FaceLab implements AutoCloseable {
    private final FaceMedia media = new FaceMedia(MediaLimits.defaults(), true);
    private final FaceNetworks networks;
    private final DecoderPool decoder;

    FaceLab(EmbedderChoice choice) throws IOException {
        this.decoder = DecoderPool.start(DecoderSettings.of(1), MediaLimits.defaults());
        this.networks = FaceNetworks.open(FaceEngineSettings.of(choice));
    }

    /** The face of a photo; empty if it is not accepted. */
    Optional<FaceSample> look(Path photo) throws IOException {
        try {
            var item = media.admit(Files.readAllBytes(photo));
            return look(decoder.decodeImage(item).toCompletableFuture().join().image());
        } catch (MediaException e) {
            return Optional.empty();
        } catch (CompletionException e) {
            if (e.getCause() instanceof MediaException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The face of a picture; empty if it is not accepted. */
    Optional<FaceSample> look(RgbImage picture) {
        return networks.analyser().analyse(picture, Sideways.REFUSE) instanceof FaceAnalysis.Accepted accepted
                ? Optional.of(accepted.samples().getFirst())
                : Optional.empty();
    }

    /** The embedding of a probe, of unit length. */
    float[] probe(FaceSample face) {
        return Vectors.unit(networks.embedder().embed(face));
    }

    /** The embedding of a sample that was enrolled. */
    float[] enrolled(FaceSample face) {
        return networks.embedder().embedForTemplate(face);
    }

    String modelVersion() {
        return networks.embedder().modelVersion();
    }

    @Override
    public void close() {
        networks.close();
        decoder.close();
    }
}
