package io.traitgate.modality.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.traitgate.kit.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetRulesTest {

    @Test
    void applicationThatSetNothing_hasFiveInARowAndFiftyInThirtyDays() {
        assertThat(BudgetRules.of(Settings.NONE))
                .contains(new BudgetRules(5, Duration.ofSeconds(30), Duration.ofMinutes(15), 50, 3));
    }

    @Test
    void budget_canBeSwitchedOff() {
        assertThat(BudgetRules.of(new Settings(Map.of("attempts.budget", BooleanNode.FALSE))))
                .isEmpty();
    }

    @Test
    void numbers_areThoseThatAreSet() {
        Settings set = new Settings(Map.of(
                "attempts.consecutive", IntNode.valueOf(3),
                "attempts.wait", TextNode.valueOf("PT10S"),
                "attempts.wait.longest", TextNode.valueOf("PT1H"),
                "attempts.monthly", IntNode.valueOf(20),
                "attempts.told", IntNode.valueOf(0)));

        assertThat(BudgetRules.of(set))
                .contains(new BudgetRules(3, Duration.ofSeconds(10), Duration.ofHours(1), 20, 0));
    }

    @Test
    void numbersOutOfBounds_areBroughtBack() {
        Settings set = new Settings(Map.of(
                "attempts.consecutive", IntNode.valueOf(0),
                "attempts.wait", TextNode.valueOf("PT-1S"),
                "attempts.wait.longest", TextNode.valueOf("P30D"),
                "attempts.monthly", IntNode.valueOf(1_000_000),
                "attempts.told", IntNode.valueOf(-1)));

        assertThat(BudgetRules.of(set)).contains(new BudgetRules(1, Duration.ofSeconds(1), Duration.ofDays(1), 500, 0));
    }
}
