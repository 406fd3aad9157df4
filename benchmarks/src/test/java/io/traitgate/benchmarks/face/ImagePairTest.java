package io.traitgate.benchmarks.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImagePairTest {
    private static final List<Portrait> PORTRAITS = IntStream.range(0, 10)
            .boxed()
            .flatMap(person -> Stream.of(1, 2, 3)
                    .map(picture -> new Portrait("P" + person, Path.of("P%d_000%d.jpg".formatted(person, picture)))))
            .toList();

    @Test
    void everyTwoPicturesOfAPersonAreAPairOnce() {
        assertThat(ImagePair.chosen(PORTRAITS, 0))
                .hasSize(30)
                .doesNotHaveDuplicates()
                .allMatch(ImagePair::genuine);
    }

    @Test
    void impostorPairsAreDrawnAlwaysTheSame() {
        var pairs = ImagePair.chosen(PORTRAITS, 100);

        assertThat(pairs).doesNotHaveDuplicates().isEqualTo(ImagePair.chosen(PORTRAITS, 100));
        assertThat(pairs.stream().filter(pair -> !pair.genuine())).hasSize(100);
    }

    @Test
    void nothingIsEnrolledForImpostorsAlone() {
        var pairs = ImagePair.chosen(PORTRAITS, 100);

        assertThat(pairs.stream().map(ImagePair::enrolled).distinct()).hasSize(20);
    }

    @Test
    void onePersonHasNoImpostors() {
        assertThat(ImagePair.chosen(PORTRAITS.subList(0, 3), 10)).hasSize(3);
    }
}
