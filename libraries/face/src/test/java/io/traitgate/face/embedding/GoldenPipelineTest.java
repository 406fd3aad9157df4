package io.traitgate.face.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.face.FaceModels;
import io.traitgate.face.Golden;
import io.traitgate.face.Portraits;
import io.traitgate.face.detection.FaceDetector;
import io.traitgate.face.image.Affine;
import io.traitgate.face.image.Point;
import io.traitgate.face.image.Pyramid;
import io.traitgate.face.mesh.FaceMesh;
import io.traitgate.face.sample.FaceSample;
import io.traitgate.face.score.Similarity;
import io.traitgate.inference.model.ModelCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pipeline gives what the reference pipeline in Python gives, stage by stage, for the example portraits. */
class GoldenPipelineTest {
    /** Decoders differ by a few levels of a pixel, which moves points by a fraction of one. */
    private static final double PIXELS = 0.6;

    private static ModelCatalogue faces;
    private static ModelCatalogue dlib;

    @BeforeAll
    static void open(@TempDir Path cache) {
        faces = ModelCatalogue.open(
                List.of(FaceModels.DETECTOR, FaceModels.MESH, EmbedderChoice.MOBILEFACENET.definition()),
                Map.of(),
                cache);
        dlib = ModelCatalogue.open(List.of(EmbedderChoice.DLIB.definition()), Map.of(), cache);
    }

    @AfterAll
    static void close() {
        faces.close();
        dlib.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"obama-2009", "obama-2012", "biden"})
    void givesTheReferencesNumbers(String name) {
        var golden = Golden.read(name);
        var picture = new Pyramid(Portraits.example(name));

        var found = new FaceDetector(faces.model(FaceModels.DETECTOR.role())).detect(picture);
        var expected = golden.get("detection");
        assertThat(found).hasSize(1);
        var face = found.getFirst();
        assertThat(face.score()).isCloseTo(expected.get("score").asDouble(), within(0.01));
        assertNear(face.centre(), expected.get("centre"));
        assertThat(face.width()).isCloseTo(expected.get("size").get(0).asDouble(), within(PIXELS));
        assertThat(face.height()).isCloseTo(expected.get("size").get(1).asDouble(), within(PIXELS));
        for (var i = 0; i < 6; i++) {
            assertNear(face.points().get(i), expected.get("points").get(i));
        }

        var mesh = new FaceMesh(faces.model(FaceModels.MESH.role())).find(picture, face);
        assertThat(mesh.score()).isCloseTo(golden.get("mesh").get("score").asDouble(), within(0.01));

        var mobile = golden.get("mobilefacenet");
        var groups = Alignment.ARCFACE.groups();
        for (var i = 0; i < groups.size(); i++) {
            assertNear(mesh.mesh().mean(groups.get(i)), mobile.get("points").get(i));
        }
        assertNear(Alignment.ARCFACE.toImage(mesh.mesh()).inverse(), mobile.get("image_to_input"));
        var embedder = new FaceEmbedder(EmbedderChoice.MOBILEFACENET, faces.model(EmbedderChoice.ROLE));
        assertSame(embedder.embed(picture, mesh.mesh()), mobile);

        var other = new FaceEmbedder(EmbedderChoice.DLIB, dlib.model(EmbedderChoice.ROLE));
        assertSame(other.embed(picture, mesh.mesh()), golden.get("dlib-resnet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"obama-2009", "obama-2012", "biden"})
    void theWayThroughASampleCostsNearlyNothing(String name) {
        var picture = new Pyramid(Portraits.example(name));
        var face = new FaceDetector(faces.model(FaceModels.DETECTOR.role()))
                .detect(picture)
                .getFirst();
        var mesh = new FaceMesh(faces.model(FaceModels.MESH.role()))
                .find(picture, face)
                .mesh();
        var embedder = new FaceEmbedder(EmbedderChoice.MOBILEFACENET, faces.model(EmbedderChoice.ROLE));

        var sample = FaceSample.cut(picture.image(), face, mesh, 1);

        assertThat(Similarity.COSINE.of(embedder.embed(sample), embedder.embed(picture, mesh)))
                .isGreaterThan(0.999);
    }

    private static void assertSame(float[] embedding, JsonNode golden) {
        assertThat(Similarity.COSINE.of(embedding, Golden.floats(golden.get("embedding"))))
                .isGreaterThan(0.999);
    }

    private static void assertNear(Point point, JsonNode expected) {
        assertThat(point.x()).isCloseTo(expected.get(0).asDouble(), within(PIXELS));
        assertThat(point.y()).isCloseTo(expected.get(1).asDouble(), within(PIXELS));
    }

    private static void assertNear(Affine map, JsonNode expected) {
        var corner = new Point(map.x(200, 200), map.y(200, 200));
        var x = expected.get(0);
        var y = expected.get(1);
        assertThat(corner.x())
                .isCloseTo(
                        x.get(0).asDouble() * 200
                                + x.get(1).asDouble() * 200
                                + x.get(2).asDouble(),
                        within(PIXELS));
        assertThat(corner.y())
                .isCloseTo(
                        y.get(0).asDouble() * 200
                                + y.get(1).asDouble() * 200
                                + y.get(2).asDouble(),
                        within(PIXELS));
    }
}
