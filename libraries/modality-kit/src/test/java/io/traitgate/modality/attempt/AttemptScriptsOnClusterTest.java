package io.traitgate.modality.attempt;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traitgate.modality.Await;
import io.traitgate.modality.session.Session;
import io.traitgate.modality.session.SessionStore;
import io.traitgate.testkit.ClusterRedis;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On Redis Cluster, which refuses scripts whose keys are of several slots. */
class AttemptScriptsOnClusterTest extends AttemptScriptsRules {

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

    @Test
    void keysOfTwoPeople_areRefused_soWhatRunsHereNeedsOneSlot() {
        Session mine = bench.session(bench.somebody());
        Session theirs = bench.session(bench.somebody());

        assertThatThrownBy(() -> Await.result(bench.redis.eval(
                        List.of("return 1", "2", SessionStore.key(mine.id()), SessionStore.key(theirs.id())))))
                .hasMessageContaining("CROSSSLOT");
    }

    @Override
    ScriptBench bench() {
        return bench;
    }
}
