package io.traitgate.benchmarks.climbing;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.score.Calibration;
import io.traitgate.face.score.CalibrationFile;
import io.traitgate.face.score.FaceTemplate;
import io.traitgate.face.score.WeightedEmbedding;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The attacks on embeddings, against people made by chance: the real scorer and the shipped calibration, and vectors that
 * are as alike as the embeddings of strangers are. Figures on real faces stand in {@code docs/security.md}.
 */
class ClimbingTest {
    private static final int VALUES = 192;

    /**
     * In so many directions vectors of chance reach the similarities of the calibration as often as strangers do: 0.197
     * one time in ten, 0.346 one time in a hundred.
     */
    private static final int DIRECTIONS = 42;

    /** Of a person's two photos with what they have in common. */
    private static final double OWN = 0.85;

    private static final int PEOPLE = 20;

    private final Random random = new Random(20261124);
    private final Calibration calibration = shipped();
    private final Campaign campaign = new Campaign(
            calibration,
            IntStream.range(0, PEOPLE).mapToObj(person -> template()).toList(),
            new Album(IntStream.range(0, 400).mapToObj(person -> photos()).toList()),
            1);

    @ParameterizedTest
    @EnumSource(Method.class)
    void withoutDefenceAHundredScoresRebuildATemplate(Method method) {
        assertThat(campaign.afterCalls(method, Defence.NONE, 100)[0]).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void stepsAndFlatEndsAloneOnlyDelayIt(Method method) {
        var fallen = campaign.afterCalls(method, Defence.STEPS, 15, 400);

        assertThat(fallen[0]).isLessThan(0.5);
        assertThat(fallen[1]).isGreaterThan(0.8);
    }

    @Test
    void aBudgetOfFailuresThatAreAllToldIsNotEnough() {
        assertThat(campaign.afterCalls(Method.SYNTHESIS, Defence.BUDGET_ALONE, 1000)[0])
                .isGreaterThanOrEqualTo(0.95);
        assertThat(campaign.afterCalls(Method.SYNTHESIS, Defence.STEPS_AND_BUDGET, 1000)[0])
                .isGreaterThan(0.3);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void byDefaultNobodyFallsHoweverMuchIsTriedInAMonth(Method method) {
        assertThat(campaign.afterCalls(method, Defence.DEFAULT, 1000)[0]).isZero();
    }

    private FaceTemplate template() {
        return new FaceTemplate(
                calibration.modelVersion(),
                photos().stream().map(photo -> new WeightedEmbedding(photo, 1)).toList());
    }

    /** Two photos of one person. */
    private List<float[]> photos() {
        var person = direction();
        return Stream.of(direction(), direction())
                .map(day -> mixed(person, day))
                .toList();
    }

    private float[] mixed(float[] person, float[] day) {
        var photo = new double[VALUES];
        for (var i = 0; i < VALUES; i++) {
            photo[i] = OWN * person[i] + Math.sqrt(1 - OWN * OWN) * day[i];
        }
        return Vectors.unit(photo);
    }

    private float[] direction() {
        var values = new double[VALUES];
        for (var i = 0; i < DIRECTIONS; i++) {
            values[i] = random.nextGaussian();
        }
        return Vectors.unit(values);
    }

    private static Calibration shipped() {
        try (var stream =
                ClimbingTest.class.getClassLoader().getResourceAsStream(EmbedderChoice.MOBILEFACENET.calibration())) {
            return CalibrationFile.read(Objects.requireNonNull(stream));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
