package io.traitgate.face.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.traitgate.face.image.Affine;
import io.traitgate.face.image.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    private static final List<Point> PLACES = Alignment.ARCFACE.places();

    @Test
    void findsTheSimilarityThatPointsWereMovedBy() {
        var moved = Affine.similarity(1.2, -0.7, 33, -8);
        var points = PLACES.stream().map(moved::apply).toList();

        var found = Alignment.similarity(PLACES, points);

        assertThat(found.a()).isCloseTo(moved.a(), within(1e-9));
        assertThat(found.c()).isCloseTo(moved.c(), within(1e-9));
        assertThat(found.tx()).isCloseTo(moved.tx(), within(1e-9));
        assertThat(found.ty()).isCloseTo(moved.ty(), within(1e-9));
    }

    @Test
    void noSimilarityComesNearerToPointsThatFitNone() {
        var points = List.of(new Point(0, 0), new Point(10, 1), new Point(6, 7), new Point(-1, 9), new Point(12, 11));

        var best = squares(Alignment.similarity(points, PLACES), points);

        for (var step : new double[] {-0.01, 0.01}) {
            var map = Alignment.similarity(points, PLACES);
            assertThat(squares(Affine.similarity(map.a() + step, map.c(), map.tx(), map.ty()), points))
                    .isGreaterThan(best);
            assertThat(squares(Affine.similarity(map.a(), map.c() + step, map.tx(), map.ty()), points))
                    .isGreaterThan(best);
            assertThat(squares(Affine.similarity(map.a(), map.c(), map.tx() + step, map.ty()), points))
                    .isGreaterThan(best);
        }
    }

    private static double squares(Affine map, List<Point> points) {
        var sum = 0.0;
        for (var i = 0; i < points.size(); i++) {
            var distance = map.apply(points.get(i)).distance(PLACES.get(i));
            sum += distance * distance;
        }
        return sum;
    }
}
