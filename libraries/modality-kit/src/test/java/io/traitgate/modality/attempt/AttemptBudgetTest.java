package io.traitgate.modality.attempt;

import io.traitgate.testkit.TestInstallation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** On a Redis as a single installation has it. */
class AttemptBudgetTest extends AttemptBudgetRules {

    private static ScriptBench bench;

    @BeforeAll
    static void connect() {
        bench = new ScriptBench(TestInstallation.shared().redis());
    }

    @AfterAll
    static void disconnect() {
        bench.close();
    }

    @Override
    ScriptBench bench() {
        return bench;
    }
}
