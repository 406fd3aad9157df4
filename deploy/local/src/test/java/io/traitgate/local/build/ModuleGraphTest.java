package io.traitgate.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ModuleGraphTest {
    private static final Path ROOT = Path.of(System.getProperty("traitgate.root"));

    @Test
    void theLauncherAndEveryServiceAreDeployed() throws Exception {
        assertThat(ModuleGraph.read(ROOT).deployables())
                .contains("deploy/local", "gateway-service", "session-service", "face-service", "console-service")
                .doesNotContain("libraries/contract");
    }

    /** The entry script names these to tell quickly whether the launcher is stale. */
    @Test
    void theLauncherIsMadeOfTheModulesThatTheEntryScriptLooksAt() throws Exception {
        assertThat(ModuleGraph.read(ROOT).closure("deploy/local"))
                .containsExactlyInAnyOrder("deploy/local", "libraries/client", "libraries/contract", "libraries/keys");
    }
}
