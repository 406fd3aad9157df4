package io.traitgate.inference.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StagesTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void whoAskedAroundTheWorkIsToldOfItsStages() throws Exception {
        int answer = Stages.observed(
                noting("call"),
                () -> Stages.observed(
                        noting("metrics"),
                        () -> Stages.time("detect", () -> Stages.run("face-detector", "net-1", () -> 42))));

        assertThat(answer).isEqualTo(42);
        assertThat(told)
                .containsExactly(
                        "call face-detector net-1", "metrics face-detector net-1", "call detect", "metrics detect");
    }

    @Test
    void aStageThatFailsIsToldToo() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Stages.observed(
                        noting("call"),
                        () -> Stages.time("detect", () -> {
                            throw new IllegalStateException();
                        })));
        assertThat(told).containsExactly("call detect");
    }

    @Test
    void whereNobodyAskedNothingIsToldAndTheWorkIsDone() {
        assertThat(Stages.time("detect", () -> Stages.run("face-detector", "net-1", () -> 42)))
                .isEqualTo(42);
        assertThat(told).isEmpty();
    }

    private StageObserver noting(String name) {
        return new StageObserver() {
            @Override
            public void spent(String stage, Duration time) {
                assertThat(time.isNegative()).isFalse();
                told.add(name + ' ' + stage);
            }

            @Override
            public void ran(String role, String version, Duration time) {
                told.add(name + ' ' + role + ' ' + version);
            }
        };
    }
}
