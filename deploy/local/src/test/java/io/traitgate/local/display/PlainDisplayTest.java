package io.traitgate.local.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.local.supervise.LauncherState;
import io.traitgate.local.supervise.Phase;
import io.traitgate.local.supervise.ProcessState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlainDisplayTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

    @Test
    void everyChangeIsOneLine() {
        // When
        try (Display display = new PlainDisplay(print)) {
            display.show(state(Phase.WAITING));
            display.show(state(Phase.STARTING));
            display.show(state(Phase.STARTING));
            display.show(state(Phase.READY));
            display.show(state(Phase.READY));
        }

        // Then
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .matches("  face is ready after \\d+\\.\\d s");
    }

    @Test
    void aTerminalShowsEveryProcessInItsPlace() {
        // When
        try (Display display = new LiveDisplay(print)) {
            display.show(state(Phase.STARTING));
            display.show(state(Phase.READY));
        }

        // Then
        String shown = out.toString(StandardCharsets.UTF_8);
        assertThat(shown).contains("\u001b[1A\r\u001b[J");
        assertThat(shown.lines().toList()).last().asString().contains("✓").contains("face");
    }

    private static LauncherState state(Phase phase) {
        return new LauncherState(
                1, "", "", 0, Phase.STARTING, "", List.of(new ProcessState("face", "service", phase, 0, 0, "", 0, "")));
    }
}
