package io.traitgate.face.service.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.contract.topic.Topic;
import io.traitgate.face.mesh.Mesh;
import io.traitgate.face.quality.QualityMeasures;
import io.traitgate.face.sample.FaceSample;
import io.traitgate.face.service.item.ItemResult;
import io.traitgate.face.service.item.Items;
import io.traitgate.media.RgbImage;
import io.traitgate.modality.enrolment.AcceptedSample;
import io.traitgate.modality.template.Template;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AcceptedFacesTest {

    private static final QualityMeasures ANY = new QualityMeasures(1, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 1, 1);

    private final Random random = new Random(1);

    @Test
    void ofManyVideos_theBestSamplesAreTaken_andFitIntoARecord() {
        Items items = new Items(IntStream.range(0, 20)
                .<ItemResult>mapToObj(i -> video(i / 20.0, i / 20.0 + 0.01, i / 20.0 + 0.02))
                .toList());

        AcceptedFaces faces = AcceptedFaces.encode(items);

        assertThat(faces.items()).isEqualTo(items);
        assertThat(faces.samples())
                .hasSize(Template.MAX_ENTRIES)
                .isSortedAccordingTo((a, b) -> Double.compare(b.quality(), a.quality()))
                .allSatisfy(it -> assertThat(it.quality()).isGreaterThan(0.6))
                .extracting(AcceptedSample::mediaHash)
                .doesNotHaveDuplicates();
        assertThat(faces.samples().stream().mapToInt(it -> it.encoded().length).sum())
                .isLessThan(Topic.FACE_ENROLMENTS.maxRecordBytes() - (1 << 20));
    }

    private ItemResult.Accepted video(double... qualities) {
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        return new ItemResult.Accepted(
                IntStream.range(0, qualities.length)
                        .mapToObj(i -> noise(qualities[i]))
                        .toList(),
                hash,
                ANY);
    }

    /** Noise of the largest size, which no encoding makes smaller. */
    private FaceSample noise(double quality) {
        byte[] rgb = new byte[FaceSample.LONGEST_SIDE * FaceSample.LONGEST_SIDE * 3];
        random.nextBytes(rgb);
        return new FaceSample(
                new RgbImage(FaceSample.LONGEST_SIDE, FaceSample.LONGEST_SIDE, rgb),
                new Mesh(new float[Mesh.POINTS * 3]),
                quality);
    }
}
