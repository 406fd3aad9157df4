package io.traitgate.benchmarks.speed;

import io.traitgate.face.FaceModels;
import io.traitgate.face.detection.Detection;
import io.traitgate.face.detection.FaceDetector;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.embedding.FaceEmbedder;
import io.traitgate.face.image.Pyramid;
import io.traitgate.face.mesh.FaceMesh;
import io.traitgate.face.sample.FaceSample;
import io.traitgate.inference.model.ModelCatalogue;
import io.traitgate.media.FaceMedia;
import io.traitgate.media.MediaItem;
import io.traitgate.media.MediaLimits;
import io.traitgate.media.worker.InProcessDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The least that tells who is in a photo: decode, detect, align, embed, in one process and with the networks of the
 * service. It leaves out what a service adds, the quality gates among it, and thereby asks more of the service.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
public class BarePipeline {
    /** A JPEG with a face. */
    @Param("")
    public String photo = "";

    private @Nullable Pipeline pipeline;

    /** Loads the networks. */
    @Setup
    public void open() throws IOException {
        pipeline = Pipeline.open(Files.readAllBytes(Path.of(photo)));
    }

    /** Unloads them. */
    @TearDown
    public void close() {
        Objects.requireNonNull(pipeline).models().close();
    }

    /** The work of one photo. */
    @Benchmark
    public float[] embed() {
        return Objects.requireNonNull(pipeline).embed();
    }

    private record Pipeline(
            MediaItem item,
            InProcessDecoder decoder,
            ModelCatalogue models,
            FaceDetector detector,
            FaceMesh mesh,
            FaceEmbedder embedder) {

        static Pipeline open(byte[] photo) {
            var limits = MediaLimits.defaults();
            var choice = EmbedderChoice.MOBILEFACENET;
            var models = ModelCatalogue.open(
                    List.of(FaceModels.DETECTOR, FaceModels.MESH, choice.definition()), Map.of(), Path.of("unused"));
            return new Pipeline(
                    new FaceMedia(limits, true).admit(photo),
                    new InProcessDecoder(limits),
                    models,
                    new FaceDetector(models.model(FaceModels.DETECTOR.role())),
                    new FaceMesh(models.model(FaceModels.MESH.role())),
                    new FaceEmbedder(choice, models.model(EmbedderChoice.ROLE)));
        }

        float[] embed() {
            var picture = new Pyramid(decoder.decode(item));
            var face = detector.detect(picture).stream()
                    .max(Comparator.comparingDouble(Detection::score))
                    .orElseThrow(() -> new IllegalStateException("There is no face in the photo"));
            var sample = FaceSample.cut(
                    picture.image(), face, mesh.find(picture, face).mesh(), 1);
            return embedder.embed(sample);
        }
    }
}
