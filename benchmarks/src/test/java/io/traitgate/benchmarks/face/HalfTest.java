package io.traitgate.benchmarks.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalfTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws Exception {
        for (var name : List.of("B_2_0001.jpg", "C_0001.jpg", "A_0002.jpg", "A_0001.jpg", "README.md", "D_0001.png")) {
            Files.createFile(folder.resolve(name));
        }
    }

    @Test
    void peopleAtOddPlacesCalibrate() throws Exception {
        assertThat(Half.CALIBRATE.of(Portrait.in(folder)))
                .extracting(Portrait::person)
                .containsExactly("A", "A", "C");
    }

    @Test
    void peopleAtEvenPlacesTest() throws Exception {
        assertThat(Half.TEST.of(Portrait.in(folder)))
                .extracting(Portrait::person)
                .containsExactly("B_2", "D");
    }

    @Test
    void anOperatorMayUseEverybody() throws Exception {
        assertThat(Half.ALL.of(Portrait.in(folder))).hasSize(5);
    }
}
