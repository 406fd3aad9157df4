package io.traitgate.face.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.traitgate.face.score.Calibration.Knot;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceScorerTest {
    private static final float[] EAST = {1, 0};
    private static final float[] NORTH = {0, 2};
    private static final float[] NORTH_EAST = {3, 3};

    private final FaceScorer scorer = new FaceScorer(
            "tiny-0",
            Similarity.COSINE,
            new Calibration(
                    1,
                    "tiny",
                    "tiny-0",
                    Similarity.COSINE,
                    List.of(new Knot(0, 0), new Knot(0.5, 0.5), new Knot(1, 1)),
                    new Calibration.Origin("made up", "2026-01-01", 2, 4, 0, 2, 4, List.of(), null)));

    @Test
    void aTemplatesEmbeddingsCountByWeight() {
        var template =
                new FaceTemplate("tiny-0", List.of(new WeightedEmbedding(EAST, 3), new WeightedEmbedding(NORTH, 1)));

        var score = scorer.score(List.of(EAST), template);

        assertThat(score.similarity()).isCloseTo(0.75, within(1e-9));
        assertThat(score.score()).isEqualTo(0.75);
    }

    @Test
    void severalProbesCountByTheMeanOfTheirSimilarities() {
        var template = new FaceTemplate("tiny-0", List.of(new WeightedEmbedding(EAST, 1)));

        assertThat(scorer.score(List.of(EAST, NORTH), template).similarity()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void severalItemsCountAlikeHoweverManyProbesTheyGave() {
        var template = new FaceTemplate("tiny-0", List.of(new WeightedEmbedding(EAST, 1)));

        var score = scorer.scoreItems(List.of(List.of(NORTH, NORTH, NORTH), List.of(EAST)), template);

        assertThat(score.similarity()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void comparesEveryPairOfItemsOfTwoSides() {
        var score = scorer.compareItems(List.of(List.of(EAST), List.of(NORTH)), List.of(List.of(NORTH_EAST)));

        assertThat(score.similarity()).isCloseTo(Math.sqrt(0.5), within(1e-9));
        assertThat(score.score()).isEqualTo(0.7);
    }

    @Test
    void aVideoCountsAsOneItemInAComparisonHoweverManyFramesItGave() {
        var left = List.of(List.of(EAST, EAST, EAST), List.of(NORTH));

        assertThat(scorer.compareItems(left, List.of(List.of(NORTH))).similarity())
                .isCloseTo(0.5, within(1e-9));
        assertThat(scorer.compareItems(List.of(List.of(NORTH)), left).similarity())
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void refusesATemplateOfAnotherNetwork() {
        var template = new FaceTemplate("other-1", List.of(new WeightedEmbedding(EAST, 1)));

        assertThatThrownBy(() -> scorer.score(List.of(EAST), template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other-1");
    }

    @Test
    void refusesToScoreNothing() {
        var template = new FaceTemplate("tiny-0", List.of(new WeightedEmbedding(EAST, 1)));

        assertThatThrownBy(() -> scorer.score(List.of(), template)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scorer.scoreItems(List.of(List.of()), template))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scorer.compareItems(List.of(), List.of(List.of(EAST))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scorer.compareItems(List.of(List.of()), List.of(List.of(EAST))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void distanceFallsFromOne() {
        assertThat(Similarity.ONE_MINUS_DISTANCE.of(EAST, EAST)).isEqualTo(1);
        assertThat(Similarity.ONE_MINUS_DISTANCE.of(EAST, NORTH)).isCloseTo(1 - Math.sqrt(5), within(1e-9));
    }

    @Test
    void theMiddleOfTwoDirectionsDoesNotHangOnTheirLengths() {
        var middle = Similarity.COSINE.middle(new float[] {5, 0}, new float[] {0, 1});

        assertThat(Similarity.COSINE.of(middle, new float[] {1, 1})).isCloseTo(1, within(1e-6));
    }

    @Test
    void theMiddleOfTwoPlacesIsHalfWay() {
        assertThat(Similarity.ONE_MINUS_DISTANCE.middle(new float[] {4, 0}, new float[] {0, 2}))
                .containsExactly(2, 1);
    }
}
