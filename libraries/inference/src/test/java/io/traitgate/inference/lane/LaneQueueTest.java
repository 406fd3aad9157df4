package io.traitgate.inference.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LaneQueueTest {
    private static final Workload VIDEO = Workload.of(new WorkKind("video", Duration.ofSeconds(2)));

    private final LaneQueue queue = new LaneQueue(new LaneSettings(2, Duration.ofSeconds(1), 64));

    @Test
    void workThatAFreeLaneHasNotTakenYetKeepsNobodyFromTheOtherLane() {
        queue.add(video());

        assertThat(queue.estimatedWait(0)).isZero();
    }

    @Test
    void workThatWillTakeTheLastFreeLaneIsWaitedFor() {
        queue.add(video());
        queue.add(video());

        assertThat(queue.estimatedWait(0)).isEqualTo(Duration.ofSeconds(2).toNanos());
    }

    private static Work<String> video() {
        return new Work<>(
                LanePriority.AUTHENTICATION, VIDEO, () -> "done", 0, Long.MAX_VALUE, new CompletableFuture<>());
    }
}
