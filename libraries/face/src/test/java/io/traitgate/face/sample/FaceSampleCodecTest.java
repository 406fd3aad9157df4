package io.traitgate.face.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traitgate.face.mesh.Mesh;
import io.traitgate.media.RgbImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceSampleCodecTest {

    @ParameterizedTest
    @CsvSource({"320,320", "1,1", "2,319", "320,3"})
    void bringsBackEveryPixelAndPoint(int width, int height) {
        var sample = sample(width, height);

        var decoded = FaceSampleCodec.decode(FaceSampleCodec.encode(sample));

        assertThat(decoded.image().width()).isEqualTo(width);
        assertThat(decoded.image().height()).isEqualTo(height);
        assertThat(decoded.image().rgb()).isEqualTo(sample.image().rgb());
        assertThat(decoded.mesh()).isEqualTo(sample.mesh());
        assertThat(decoded.quality()).isEqualTo(0.75);
    }

    @Test
    void refusesEverySampleThatIsCutShort() {
        var bytes = FaceSampleCodec.encode(sample(9, 9));

        for (var length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> FaceSampleCodec.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesAnUnknownVersion() {
        var bytes = FaceSampleCodec.encode(sample(9, 9));
        bytes[0] = 2;

        assertThatThrownBy(() -> FaceSampleCodec.decode(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version");
    }

    @Test
    void refusesSizesThatNoSampleHas() {
        var bytes = FaceSampleCodec.encode(sample(9, 9));
        bytes[1] = 0x7f;

        assertThatThrownBy(() -> FaceSampleCodec.decode(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anythingElseIsASampleOrRefused() {
        var random = new Random(5);
        var bytes = FaceSampleCodec.encode(sample(9, 9));
        for (var round = 0; round < 2_000; round++) {
            var damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(FaceSampleCodec.decode(damaged).image().width()).isPositive();
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageMatching("(A damaged face sample|Unknown version|Not the size).*");
            }
        }
    }

    @Test
    void aSampleDoesNotPrintWhatItHolds() {
        assertThat(sample(3, 2)).hasToString("FaceSample[3 x 2, quality 0.75]");
    }

    private static FaceSample sample(int width, int height) {
        var random = new Random(3);
        var rgb = new byte[width * height * 3];
        random.nextBytes(rgb);
        var mesh = new float[Mesh.POINTS * 3];
        for (var i = 0; i < mesh.length; i++) {
            mesh[i] = random.nextFloat() * 320;
        }
        return new FaceSample(new RgbImage(width, height, rgb), new Mesh(mesh), 0.75);
    }
}
