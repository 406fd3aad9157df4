package io.traitgate.inference.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LanesTest {
    private static final Duration LONG = Duration.ofSeconds(8);
    private static final Duration SERVICE_TIME = Duration.ofMillis(100);
    private static final WorkKind PHOTO = new WorkKind("photo", SERVICE_TIME);
    private static final WorkKind VIDEO = new WorkKind("video", Duration.ofSeconds(2));

    private final AtomicLong clock = new AtomicLong(1_000);
    private final Recorder recorder = new Recorder();
    private final List<CountDownLatch> gates = new ArrayList<>();
    private final List<Lanes> opened = new ArrayList<>();

    @AfterEach
    void close() {
        gates.forEach(CountDownLatch::countDown);
        opened.forEach(Lanes::close);
    }

    @Test
    void givesTheResultOfTheWork() {
        var lanes = lanes(1);

        assertThat(join(lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> 42)))
                .isEqualTo(42);
        assertThat(lanes.busy()).isZero();
    }

    @Test
    void aFailureOfTheWorkIsTheCallsOwnAndTheLaneGoesOn() {
        var lanes = lanes(1);

        var failed = lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> {
            throw new StackOverflowError("one picture's");
        });

        assertThatThrownBy(() -> join(failed)).hasCauseInstanceOf(StackOverflowError.class);
        assertThat(join(lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> "next")))
                .isEqualTo("next");
    }

    @Test
    void authenticationsPassQueuedBuilds() {
        var lanes = lanes(1);
        var order = Collections.synchronizedList(new ArrayList<String>());
        var gate = occupy(lanes, LanePriority.AUTHENTICATION);
        var build = lanes.submit(LanePriority.BUILD, Workload.of(PHOTO), LONG, () -> order.add("build"));
        var authentication =
                lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> order.add("authentication"));

        gate.countDown();

        join(build);
        join(authentication);
        assertThat(order).containsExactly("authentication", "build");
    }

    @Test
    void buildsTakeHalfOfTheLanes() {
        var lanes = lanes(4);
        occupy(lanes, LanePriority.BUILD);
        occupy(lanes, LanePriority.BUILD);
        lanes.submit(LanePriority.BUILD, Workload.of(PHOTO), LONG, () -> "waits");

        // An authentication finds a lane, and after it the third build still finds none.
        assertThat(join(lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> "runs")))
                .isEqualTo("runs");
        assertThat(lanes.busy()).isEqualTo(2);
        assertThat(lanes.queued(LanePriority.BUILD)).isEqualTo(1);
    }

    @Test
    void buildsTakeTheOnlyLane() {
        assertThat(join(lanes(1).submit(LanePriority.BUILD, Workload.of(PHOTO), LONG, () -> "built")))
                .isEqualTo("built");
    }

    @Test
    void refusesAtOnceWhatWouldWaitLongerThanTheLimit() {
        var lanes = lanes(1);
        occupy(lanes, LanePriority.AUTHENTICATION);
        for (var i = 0; i < 10; i++) {
            lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> "queued");
        }

        // One runs and ten wait, 100 ms each.
        assertThat(lanes.estimatedWait()).isEqualTo(Duration.ofMillis(1_100));
        var refused = lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> "refused");

        assertThatThrownBy(() -> join(refused))
                .hasCauseInstanceOf(LaneRefusedException.class)
                .cause()
                .asInstanceOf(InstanceOfAssertFactories.type(LaneRefusedException.class))
                .returns(Duration.ofMillis(1_100), LaneRefusedException::estimatedWait)
                .returns(Duration.ofSeconds(2), LaneRefusedException::retryAfter);
        assertThat(lanes.queued(LanePriority.AUTHENTICATION)).isEqualTo(10);
        assertThat(recorder.events).contains("refused AUTHENTICATION 1100");
    }

    @Test
    void refusesAtOnceWhatCouldNotStartInTheTimeLeft() {
        var lanes = lanes(1);
        occupy(lanes, LanePriority.AUTHENTICATION);

        var refused = lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), SERVICE_TIME, () -> "refused");

        assertThatThrownBy(() -> join(refused)).hasCauseInstanceOf(LaneRefusedException.class);
    }

    @Test
    void refusesAtOnceWhatCouldNotEndInTheTimeLeft() {
        var lanes = lanes(1);
        occupy(lanes, LanePriority.AUTHENTICATION);

        // 100 ms of wait and 2 s of work.
        var refused = lanes.submit(
                LanePriority.AUTHENTICATION, Workload.of(VIDEO), Duration.ofMillis(2_100), () -> "refused");

        assertThatThrownBy(() -> join(refused)).hasCauseInstanceOf(LaneRefusedException.class);
    }

    @Test
    void beginsOnAFreeLaneWhateverItIsExpectedToTake() {
        var videos = Workload.of(Collections.nCopies(20, VIDEO));

        assertThat(join(lanes(1).submit(LanePriority.AUTHENTICATION, videos, LONG, () -> "done")))
                .isEqualTo("done");
    }

    @Test
    void aBurstOfVideosIsRefusedBeforeOneWasMeasured() {
        var lanes = lanes(2);
        for (var i = 0; i < 100; i++) {
            join(lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> clock.addAndGet(1_000_000)));
        }

        // Two run; with two more waiting, 8 s of work would be before the next one.
        var calls = new ArrayList<CompletionStage<Boolean>>();
        var gate = new CountDownLatch(1);
        gates.add(gate);
        for (var i = 0; i < 10; i++) {
            calls.add(lanes.submit(
                    LanePriority.AUTHENTICATION, Workload.of(VIDEO), LONG, () -> gate.await(20, TimeUnit.SECONDS)));
        }

        assertThat(calls.stream().filter(call -> call.toCompletableFuture().isCompletedExceptionally()))
                .hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void eachKindIsMeasuredApart() {
        var lanes = lanes(1);
        for (var i = 0; i < 100; i++) {
            run(lanes, Workload.of(PHOTO), Duration.ofMillis(10));
            run(lanes, Workload.of(VIDEO), Duration.ofMillis(600));
        }
        occupy(lanes, LanePriority.AUTHENTICATION);
        assertThat(lanes.estimatedWait()).isBetween(Duration.ofMillis(10), Duration.ofMillis(11));

        lanes.submit(LanePriority.AUTHENTICATION, Workload.of(VIDEO), LONG, () -> "queued");

        assertThat(lanes.estimatedWait()).isBetween(Duration.ofMillis(610), Duration.ofMillis(625));
    }

    @Test
    void aCallOfSeveralItemsCountsForEach() {
        var lanes = lanes(1);
        occupy(lanes, LanePriority.AUTHENTICATION);

        lanes.submit(LanePriority.AUTHENTICATION, Workload.of(List.of(PHOTO, PHOTO, VIDEO)), LONG, () -> "queued");

        assertThat(lanes.estimatedWait()).isEqualTo(Duration.ofMillis(2_300));
    }

    @Test
    void dearWorkIsBelievedSoonerThanCheapWork() {
        var lanes = lanes(1);
        for (var i = 0; i < 20; i++) {
            run(lanes, Workload.of(PHOTO), Duration.ofMillis(10));
        }
        run(lanes, Workload.of(PHOTO), Duration.ofMillis(400));

        occupy(lanes, LanePriority.AUTHENTICATION);

        assertThat(lanes.estimatedWait()).isGreaterThan(Duration.ofMillis(100));
    }

    @Test
    void whatIsLateIsExpectedToStayLate() {
        var lanes = lanes(1);
        occupy(lanes, LanePriority.AUTHENTICATION);

        clock.addAndGet(Duration.ofMillis(350).toNanos());

        assertThat(lanes.estimatedWait()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void tellsOverloadBeforeAnythingIsRead() {
        var lanes = lanes(1);
        occupy(lanes, LanePriority.AUTHENTICATION);
        assertThat(lanes.overload()).isEmpty();
        for (var i = 0; i < 10; i++) {
            lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> "queued");
        }

        assertThat(lanes.overload())
                .get()
                .returns(Duration.ofMillis(1_100), LaneRefusedException::estimatedWait)
                .returns(Duration.ofSeconds(2), LaneRefusedException::retryAfter);
        assertThat(recorder.events).contains("refused AUTHENTICATION 1100");
    }

    @Test
    void thereIsNoOverloadOnceThoseWhoWaitedHaveGone() {
        var lanes = lanes(1);
        occupy(lanes, LanePriority.AUTHENTICATION);
        for (var i = 0; i < 10; i++) {
            lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> "queued")
                    .toCompletableFuture()
                    .cancel(false);
        }

        assertThat(lanes.overload()).isEmpty();
    }

    @Test
    void queuedBuildsDoNotMakeAuthenticationsWait() {
        var lanes = lanes(1);
        occupy(lanes, LanePriority.BUILD);
        for (var i = 0; i < 20; i++) {
            lanes.submit(LanePriority.BUILD, Workload.of(PHOTO), LONG, () -> "queued");
        }

        assertThat(lanes.estimatedWait()).isEqualTo(SERVICE_TIME);
    }

    @Test
    void whatRunsIsExpectedToEndSooner() {
        var lanes = lanes(1);
        occupy(lanes, LanePriority.AUTHENTICATION);

        clock.addAndGet(Duration.ofMillis(60).toNanos());

        assertThat(lanes.estimatedWait()).isEqualTo(Duration.ofMillis(40));
    }

    @Test
    void estimatesFollowTheMeasuredServiceTimes() {
        var lanes = lanes(1);
        for (var i = 0; i < 100; i++) {
            join(lanes.submit(
                    LanePriority.AUTHENTICATION,
                    Workload.of(PHOTO),
                    LONG,
                    () -> clock.addAndGet(Duration.ofMillis(10).toNanos())));
        }
        occupy(lanes, LanePriority.AUTHENTICATION);

        assertThat(lanes.estimatedWait()).isBetween(Duration.ofMillis(10), Duration.ofMillis(11));
    }

    @Test
    void thereIsNoWaitWhileALaneIsFree() {
        var lanes = lanes(2);
        occupy(lanes, LanePriority.AUTHENTICATION);

        assertThat(lanes.estimatedWait()).isZero();
    }

    @Test
    void dropsQueuedWorkWhoseTimeRanOut() {
        var lanes = lanes(1);
        var gate = occupy(lanes, LanePriority.AUTHENTICATION);
        var ran = new AtomicBoolean();
        var late = lanes.submit(
                LanePriority.AUTHENTICATION, Workload.of(PHOTO), Duration.ofMillis(500), () -> ran.getAndSet(true));

        clock.addAndGet(Duration.ofMillis(500).toNanos());
        gate.countDown();

        assertThatThrownBy(() -> join(late)).hasCauseInstanceOf(LaneExpiredException.class);
        assertThat(ran).isFalse();
        assertThat(recorder.events).contains("dropped AUTHENTICATION");
    }

    @Test
    void staleWorkMakesRoomBeforeNewWorkIsRefused() {
        var lanes = lanes(1);
        occupy(lanes, LanePriority.AUTHENTICATION);
        var stale =
                lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), Duration.ofMillis(250), () -> "stale");
        for (var i = 0; i < 8; i++) {
            lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> "queued");
        }

        clock.addAndGet(Duration.ofMillis(250).toNanos());
        var fresh = lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> "fresh")
                .toCompletableFuture();

        assertThatThrownBy(() -> join(stale)).hasCauseInstanceOf(LaneExpiredException.class);
        assertThat(fresh).isNotDone();
    }

    @Test
    void doesNotRunCancelledWork() {
        var lanes = lanes(1);
        var gate = occupy(lanes, LanePriority.AUTHENTICATION);
        var ran = new AtomicBoolean();
        var cancelled = lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> ran.getAndSet(true))
                .toCompletableFuture();

        cancelled.cancel(false);
        gate.countDown();

        join(lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> "after"));
        assertThat(ran).isFalse();
    }

    @Test
    void refusesWorkWithoutTimeLeft() {
        var expired = lanes(1).submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), Duration.ZERO, () -> "late");

        assertThatThrownBy(() -> join(expired)).hasCauseInstanceOf(LaneExpiredException.class);
    }

    @Test
    void refusesBuildsBeyondTheirQueue() {
        var lanes = open(new LaneSettings(1, Duration.ofSeconds(1), 2));
        occupy(lanes, LanePriority.BUILD);
        lanes.submit(LanePriority.BUILD, Workload.of(PHOTO), LONG, () -> 1);
        lanes.submit(LanePriority.BUILD, Workload.of(PHOTO), LONG, () -> 2);

        var third = lanes.submit(LanePriority.BUILD, Workload.of(PHOTO), LONG, () -> 3);

        assertThatThrownBy(() -> join(third)).hasCauseInstanceOf(LaneRefusedException.class);
    }

    @Test
    void tellsTheListenerOfWaitAndRunTime() {
        var lanes = lanes(1);
        var gate = occupy(lanes, LanePriority.AUTHENTICATION);
        var work = lanes.submit(
                LanePriority.AUTHENTICATION,
                Workload.of(PHOTO),
                LONG,
                () -> clock.addAndGet(Duration.ofMillis(7).toNanos()));
        clock.addAndGet(Duration.ofMillis(30).toNanos());

        gate.countDown();
        join(work);

        assertThat(recorder.events)
                .containsExactly(
                        "started AUTHENTICATION 0",
                        "finished AUTHENTICATION 30",
                        "started AUTHENTICATION 30",
                        "finished AUTHENTICATION 7");
    }

    @Test
    void closingFailsWhatIsQueuedAndRefusesWhatComes() {
        var lanes = lanes(1);
        var gate = occupy(lanes, LanePriority.AUTHENTICATION);
        var queued = lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> "queued");
        queued.whenComplete((result, failure) -> gate.countDown());

        lanes.close();

        assertThatThrownBy(() -> join(queued)).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(
                        () -> join(lanes.submit(LanePriority.AUTHENTICATION, Workload.of(PHOTO), LONG, () -> "late")))
                .hasCauseInstanceOf(RejectedExecutionException.class);
    }

    /** Runs work that lasts so long. */
    private void run(Lanes lanes, Workload load, Duration time) {
        join(lanes.submit(LanePriority.AUTHENTICATION, load, LONG, () -> clock.addAndGet(time.toNanos())));
    }

    private Lanes lanes(int number) {
        return open(new LaneSettings(number, Duration.ofSeconds(1), 64));
    }

    private Lanes open(LaneSettings settings) {
        var lanes = new Lanes(settings, recorder, clock::get);
        opened.add(lanes);
        return lanes;
    }

    /** Puts work on a lane that ends when the latch is counted down, and waits until it runs. */
    private CountDownLatch occupy(Lanes lanes, LanePriority priority) {
        var running = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        gates.add(gate);
        lanes.submit(priority, Workload.of(PHOTO), LONG, () -> {
            running.countDown();
            return gate.await(20, TimeUnit.SECONDS);
        });
        try {
            assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return gate;
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static final class Recorder implements LaneListener {
        private final List<String> events = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void started(LanePriority priority, Duration waited) {
            events.add("started " + priority + " " + waited.toMillis());
        }

        @Override
        public void finished(LanePriority priority, Duration ran) {
            events.add("finished " + priority + " " + ran.toMillis());
        }

        @Override
        public void refused(LanePriority priority, Duration estimatedWait) {
            events.add("refused " + priority + " " + estimatedWait.toMillis());
        }

        @Override
        public void dropped(LanePriority priority) {
            events.add("dropped " + priority);
        }
    }
}
