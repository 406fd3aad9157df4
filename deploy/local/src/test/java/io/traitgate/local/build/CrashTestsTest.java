package io.traitgate.local.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CrashTestsTest {
    @Test
    void roundsAndSeedAreHandedOn() {
        CrashTests tests = CrashTests.of(List.of("crash", "--rounds", "12", "--seed", "-7", "--first", "3"));

        assertThat(tests.arguments())
                .contains("-Dtraitgate.crash.rounds=12", "-Dtraitgate.crash.seed=-7", "-Dtraitgate.crash.first=3");
    }

    @Test
    void withoutASeedTheTestsChooseOne() {
        assertThat(CrashTests.of(List.of("crash"))).isEqualTo(new CrashTests(200, Optional.empty(), 1));
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> CrashTests.of(List.of("crash", "--round", "12")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--rounds N");
    }
}
