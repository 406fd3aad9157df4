package io.traitgate.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What README and docs/security.md claim, they claim with tests that exist. */
class ClaimsTest {

    @Test
    void everyTestThatIsNamedAsWitnessExists() throws Exception {
        var check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "docs/tools/Claims.java")
                .directory(Path.of(System.getProperty("traitgate.root")).toFile())
                .redirectErrorStream(true)
                .start();
        var told = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(check.exitValue()).as(told).isZero();
        assertThat(told).contains(" 0 missing");
    }
}
