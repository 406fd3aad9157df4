package io.traitgate.media.pool;

import static io.traitgate.media.pool.TestDecoder.await;
import static io.traitgate.media.pool.TestDecoder.item;
import static io.traitgate.media.pool.TestDecoder.refusal;
import static io.traitgate.media.pool.TestDecoder.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traitgate.contract.error.ApiError;
import io.traitgate.media.MediaItem;
import io.traitgate.media.MediaLimits;
import io.traitgate.media.TestPictures;
import io.traitgate.media.protocol.DecodeTask.ImageTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class DecoderPoolTest {
    private static final MediaItem PICTURE = item(TestPictures.jpeg(80, 60));
    private static final MediaLimits QUICK = limits(Duration.ofMillis(800));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dies",
                "talks nonsense",
                "sends too large a picture",
                "claims two gigabytes",
                "sends frames for an image",
                "is ready again"
            })
    void aWorkerThatDiesOrLiesCostsOneImage(String behaviour) throws IOException {
        try (var pool = firstFake(behaviour)) {
            assertThat(refusal(() -> await(pool.decodeImage(PICTURE, 100)))).isEqualTo(ApiError.UNDECODABLE_MEDIA);
            assertThat(await(pool.decodeImage(PICTURE, 100)).image()).hasToString("RgbImage[80 x 60]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dies", "sends frames without end", "ends a video without frames"})
    void aWorkerThatDiesOrLiesCostsOneVideo(String behaviour) throws IOException {
        try (var pool = firstFake(behaviour)) {
            assertThat(refusal(() -> await(pool.decodeVideo(PICTURE, 100, 3)))).isEqualTo(ApiError.UNDECODABLE_MEDIA);
            assertThat(await(pool.decodeImage(PICTURE, 100)).image()).hasToString("RgbImage[80 x 60]");
        }
    }

    @Test
    void aWorkerThatHangsIsKilledWhenItsTimeIsUp() throws IOException {
        for (var video : new boolean[] {false, true}) {
            try (var pool = firstFake("hangs")) {
                await(pool.started());
                var hanging =
                        ProcessHandle.of(pool.workerProcesses().getFirst()).orElseThrow();

                CompletionStage<?> stage = video ? pool.decodeVideo(PICTURE, 100, 3) : pool.decodeImage(PICTURE);
                var error = refusal(() -> await(stage));

                assertThat(error).isEqualTo(video ? ApiError.LIVENESS_TIMEOUT : ApiError.MALFORMED_IMAGE);
                assertThat(hanging.onExit()).succeedsWithin(Duration.ofSeconds(5));
                assertThat(await(pool.decodeImage(PICTURE)).sourceWidth()).isEqualTo(80);
            }
        }
    }

    @Test
    void aWorkerKilledInTheMiddleOfItsWorkCostsThatItem() throws Exception {
        try (var pool = first("hangs", MediaLimits.defaults())) {
            await(pool.started());
            var worker = ProcessHandle.of(pool.workerProcesses().getFirst()).orElseThrow();

            var hit = pool.decodeImage(PICTURE);
            var waiting = pool.decodeImage(PICTURE);
            worker.destroyForcibly();

            assertThat(refusal(() -> await(hit))).isEqualTo(ApiError.UNDECODABLE_MEDIA);
            assertThat(await(waiting).sourceWidth()).isEqualTo(80);
        }
    }

    @Test
    void aWorkerThatDiesWhileIdleCostsNothing() throws IOException {
        try (var pool = TestDecoder.open(settings(1))) {
            await(pool.started());
            var worker = ProcessHandle.of(pool.workerProcesses().getFirst()).orElseThrow();
            worker.destroyForcibly();
            worker.onExit().join();

            assertThat(await(pool.decodeImage(PICTURE)).sourceWidth()).isEqualTo(80);
        }
    }

    @Test
    void aWorkerIsReplacedAfterItsNumberOfItems() {
        try (var pool = TestDecoder.open(settings(1).withTasksPerWorker(2))) {
            var processes = IntStream.range(0, 5)
                    .mapToObj(i -> {
                        await(pool.decodeImage(PICTURE));
                        return pool.workerProcesses().getFirst();
                    })
                    .distinct();
            assertThat(processes.count()).isBetween(2L, 3L);
        }
    }

    @Test
    void refusesWhatCannotWait() throws IOException {
        // Given: one item that is being decoded for long, eight that wait
        try (var pool = first("hangs", limits(Duration.ofSeconds(30)))) {
            await(pool.started());
            var stages = IntStream.range(0, 12)
                    .mapToObj(i -> pool.decodeImage(PICTURE))
                    .toList();

            // When, Then
            assertThat(refusal(() -> await(stages.getLast()))).isEqualTo(ApiError.OVERLOADED);
            assertThat(stages.getFirst().toCompletableFuture()).isNotDone();
        }
    }

    @Test
    void doesNotDecodeForCallersThatAreGone() throws IOException {
        try (var pool = first("hangs", QUICK)) {
            await(pool.started());
            pool.decodeImage(PICTURE);
            var cancelled = pool.decodeVideo(PICTURE, 100, 1).toCompletableFuture();
            cancelled.cancel(false);

            assertThat(await(pool.decodeImage(PICTURE)).sourceWidth()).isEqualTo(80);
            assertThat(cancelled).isCancelled();
        }
    }

    @Test
    void failsAtOnceWhenNoWorkerCanBeStarted() {
        try (var pool = DecoderPool.start(settings(1), QUICK, FakeWorker.behaving("does not start"))) {
            assertThat(refusal(() -> await(pool.decodeImage(PICTURE)))).isEqualTo(ApiError.API_ERROR);
            assertThat(pool.isReady()).isFalse();
        }
    }

    @Test
    void aLaneOutlivesAStartThatFailsInAnyWay() throws IOException {
        // Given
        var real = new JvmLauncher(settings(1));
        var failures = new ArrayDeque<Throwable>(
                List.of(new IllegalStateException("no"), new OutOfMemoryError("unable to create native thread")));
        WorkerLauncher launcher = () -> {
            if (!failures.isEmpty()) {
                failed(failures.remove());
            }
            return real.launch();
        };

        // When
        try (var pool = DecoderPool.start(settings(1), QUICK, launcher)) {
            // Then
            assertThat(pool.started().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(30));
            assertThat(await(pool.decodeImage(PICTURE)).sourceWidth()).isEqualTo(80);
        }
    }

    @Test
    void aFailureOfTheServiceItselfCostsThatItemAndTheWorker() throws Exception {
        // Given
        var queue = new LinkedBlockingQueue<Job<?>>();
        var launcher = new JvmLauncher(settings(1));
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var lane =
                    new DecoderLane(() -> Worker.start(launcher, Duration.ofSeconds(30), clock), queue, 10, () -> {});
            var thread = Thread.ofPlatform().daemon().start(lane);

            for (var failure :
                    List.<Throwable>of(new OutOfMemoryError("Java heap space"), new IllegalStateException("no"))) {
                // When
                var failing = job(answer -> failed(failure));
                var next = job(answer -> lane.processId());
                queue.add(failing);
                assertThat(refusal(() -> failing.result().join())).isEqualTo(ApiError.API_ERROR);
                var distrusted = ProcessHandle.of(lane.processId());
                queue.add(next);

                // Then
                assertThat(next.result()).succeedsWithin(Duration.ofSeconds(30));
                assertThat(distrusted.map(ProcessHandle::isAlive).orElse(false)).isFalse();
            }

            lane.close();
            thread.interrupt();
            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void workersWriteNothingButTheirNativeLibrariesAndThoseBeforeTheFirstItem(@TempDir Path folder) throws IOException {
        // Given: temporary files of workers would lie in the same folder
        var cache = folder.resolve("natives");
        try (var pool = TestDecoder.open(settings(1).withCacheDirectory(cache))) {
            await(pool.started());
            var unpacked = files(cache);

            // When
            await(pool.decodeImage(PICTURE));
            var worker = ProcessHandle.of(pool.workerProcesses().getFirst()).orElseThrow();
            assertThat(worker.info().arguments().orElseThrow())
                    .contains("-XX:-UsePerfData", "-Djava.io.tmpdir=" + cache.toAbsolutePath());
            worker.destroyForcibly();
            worker.onExit().join();
            await(pool.decodeImage(PICTURE));

            // Then
            assertThat(unpacked).isNotEmpty();
            assertThat(files(cache)).isEqualTo(unpacked);
        }
    }

    @Test
    void aFailedStartSaysWhatTheWorkerSaid() {
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            assertThatThrownBy(() -> Worker.start(FakeWorker.behaving("does not start"), Duration.ofSeconds(20), clock))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no such library");
        }
    }

    @Test
    void closingEndsTheWorkersAndFailsWhatWaits() throws Exception {
        // Given
        var pool = first("hangs", MediaLimits.defaults());
        await(pool.started());
        var worker = ProcessHandle.of(pool.workerProcesses().getFirst()).orElseThrow();
        var running = pool.decodeImage(PICTURE);
        var waiting = pool.decodeImage(PICTURE);

        // When
        pool.close();

        // Then
        assertThat(refusal(() -> await(waiting))).isEqualTo(ApiError.API_ERROR);
        assertThat(running.toCompletableFuture()).failsWithin(Duration.ofSeconds(5));
        assertThat(worker.onExit().get(5, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(refusal(() -> await(pool.decodeImage(PICTURE)))).isEqualTo(ApiError.API_ERROR);
    }

    @Test
    void refusesANativeCacheThatOthersCanWriteTo(@TempDir Path folder) throws IOException {
        // Given
        var open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        // When, Then
        assertThatThrownBy(() -> DecoderPool.start(settings(1).withCacheDirectory(open), MediaLimits.defaults()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("writable by no other");
        assertThat(Files.getPosixFilePermissions(NativeCache.prepare(folder.resolve("new"))))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    /** The first worker is a fake one, all later ones are real. */
    private static DecoderPool firstFake(String behaviour) throws IOException {
        return first(behaviour, QUICK);
    }

    private static DecoderPool first(String behaviour, MediaLimits limits) throws IOException {
        var fake = FakeWorker.behaving(behaviour);
        var real = new JvmLauncher(settings(1));
        var launches = new AtomicInteger();
        return DecoderPool.start(settings(1), limits, () -> (launches.getAndIncrement() == 0 ? fake : real).launch());
    }

    private static MediaLimits limits(Duration time) {
        var usual = MediaLimits.defaults();
        return new MediaLimits(
                usual.imageBytes(),
                usual.videoBytes(),
                usual.imagePixels(),
                usual.videoPixels(),
                usual.videoDuration(),
                usual.videoPackets(),
                time,
                time);
    }

    private static Long failed(Throwable failure) {
        switch (failure) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new AssertionError(failure);
        }
    }

    private static <T> Job<T> job(Function<Worker.Answer, T> reader) {
        var task = new ImageTask(PICTURE.type(), 100, MediaLimits.defaults().imagePixels(), PICTURE.bytes());
        return new Job<>(task, 0, Duration.ofSeconds(10), ApiError.MALFORMED_IMAGE, reader, new CompletableFuture<>());
    }

    private static Map<Path, FileTime> files(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            var result = new TreeMap<Path, FileTime>();
            for (var path : paths.toList()) {
                result.put(path, Files.getLastModifiedTime(path));
            }
            return result;
        }
    }
}
