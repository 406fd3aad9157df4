package io.traitgate.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MavenOutputTest {
    private final MavenOutput output = new MavenOutput();

    @Test
    void theModuleAndItsPlaceAreRead() {
        read("[INFO] Building TraitGate :: Face service 0.1.0-SNAPSHOT               [15/17]");

        assertThat(output.module()).isEqualTo("TraitGate :: Face service");
        assertThat(output.position()).isEqualTo(15);
        assertThat(output.modules()).isEqualTo(17);
    }

    @Test
    void testsOfAllClassesAreAddedAndTotalsOfModulesAreNot() {
        read(
                "[INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 1, Time elapsed: 1.2 s -- in io.traitgate.A",
                "[ERROR] Tests run: 3, Failures: 1, Errors: 1, Skipped: 0, Time elapsed: 0.2 s <<< FAILURE! -- in io.traitgate.B",
                "[INFO] Tests run: 7, Failures: 1, Errors: 1, Skipped: 1");

        assertThat(output.totals()).isEqualTo(new TestTotals(7, 2, 1));
        assertThat(output.totals()).hasToString("4 passed, 2 failed, 1 skipped");
    }

    @Test
    void errorsAreKeptOnceAndWithoutAdviceAboutMaven() {
        read(
                "[ERROR] /project/A.java:[3,1] cannot find symbol",
                "[ERROR] /project/A.java:[3,1] cannot find symbol",
                "[ERROR] ",
                "[ERROR] -> [Help 1]",
                "[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.",
                "[ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoFailureException");

        assertThat(output.errors()).containsExactly("/project/A.java:[3,1] cannot find symbol");
    }

    @Test
    void downloadsAreCounted() {
        read(
                "Downloaded from central: https://repo.example/a.pom",
                "Downloaded from central: https://repo.example/a.jar");

        assertThat(output.downloads()).isEqualTo(2);
    }

    @Test
    void coloursDoNotMatter() {
        read("[\u001b[1;34mINFO\u001b[m] \u001b[1mBuilding TraitGate :: Keys 0.1.0-SNAPSHOT    [3/17]\u001b[m");

        assertThat(output.position()).isEqualTo(3);
    }

    private void read(String... lines) {
        Stream.of(lines).forEach(output::read);
    }
}
