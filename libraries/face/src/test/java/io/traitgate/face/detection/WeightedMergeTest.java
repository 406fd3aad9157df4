package io.traitgate.face.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.traitgate.face.image.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedMergeTest {

    @Test
    void overlappingBoxesBecomeTheirMeanByScore() {
        var merged = WeightedMerge.merge(List.of(at(0.6, 106), at(0.9, 100)));

        assertThat(merged).singleElement().satisfies(face -> {
            assertThat(face.score()).isEqualTo(0.9);
            assertThat(face.centre().x()).isCloseTo((0.6 * 106 + 0.9 * 100) / 1.5, within(1e-9));
            assertThat(face.points().getFirst().x()).isCloseTo((0.6 * 106 + 0.9 * 100) / 1.5, within(1e-9));
        });
    }

    @Test
    void facesApartStayApartBestFirst() {
        assertThat(WeightedMerge.merge(List.of(at(0.6, 300), at(0.9, 100))))
                .extracting(Detection::score)
                .containsExactly(0.9, 0.6);
    }

    private static Detection at(double score, double x) {
        return new Detection(score, new Point(x, 50), 40, 40, List.of(new Point(x, 50)));
    }
}
