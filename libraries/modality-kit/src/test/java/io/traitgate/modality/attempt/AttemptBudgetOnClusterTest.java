package io.traitgate.modality.attempt;

import io.traitgate.testkit.ClusterRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** On Redis Cluster, which refuses scripts whose keys are of several slots. */
class AttemptBudgetOnClusterTest extends AttemptBudgetRules {

    private static ClusterRedis redis;
    private static ScriptBench bench;

    @BeforeAll
    static void start() {
        redis = ClusterRedis.start();
        bench = new ScriptBench(redis.address());
    }

    @AfterAll
    static void stop() {
        bench.close();
        redis.close();
    }

    @Override
    ScriptBench bench() {
        return bench;
    }
}
