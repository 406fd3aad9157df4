package io.traitgate.face.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AffineTest {
    private static final Affine MAP = new Affine(1.5, -0.4, 7, 0.3, 2, -11);

    @Test
    void itsInverseUndoesIt() {
        var back = MAP.then(MAP.inverse());

        assertThat(back.x(3, 5)).isCloseTo(3, within(1e-12));
        assertThat(back.y(3, 5)).isCloseTo(5, within(1e-12));
    }

    @Test
    void oneMapAfterTheOther() {
        var next = Affine.similarity(0, 1, 2, 3);
        var point = next.apply(MAP.apply(new Point(4, 9)));

        assertThat(MAP.then(next).apply(new Point(4, 9)).distance(point)).isLessThan(1e-12);
    }

    @Test
    void aQuarterTurnGoesFromRightToDown() {
        assertThat(Affine.similarity(0, 1, 0, 0).apply(new Point(1, 0))).isEqualTo(new Point(0, 1));
    }
}
