package io.traitgate.media.pool;

import io.traitgate.contract.error.ApiError;
import io.traitgate.media.DecodedImage;
import io.traitgate.media.DecodedVideo;
import io.traitgate.media.MediaDecoder;
import io.traitgate.media.MediaItem;
import io.traitgate.media.MediaLimits;
import io.traitgate.media.VideoFrame;
import io.traitgate.media.protocol.DecodeTask.ImageTask;
import io.traitgate.media.protocol.DecodeTask.VideoTask;
import io.traitgate.media.protocol.Reply.Image;
import io.traitgate.media.protocol.Reply.VideoEnd;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of decoder workers behind one short queue. It defends the service against what files do to decoders:
 * a worker that crashes, hangs or lies is killed and replaced, and costs the item that it had. It does not defend the
 * worker's own view: an attacker who takes a worker over sees the items that it is given until it is replaced, and, as
 * workers run as the user of the service, can read that user's files, keysets among them, and change the native code that
 * later workers load.
 *
 * <p>The pool starts its workers when it is made and never has more. Stages complete on threads of the pool: go on
 * elsewhere.
 */
public final class DecoderPool implements MediaDecoder, AutoCloseable {
    private final DecoderSettings settings;
    private final MediaLimits limits;
    private final BlockingQueue<Job<?>> queue;
    private final ScheduledExecutorService clock;
    private final List<DecoderLane> lanes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
    private volatile boolean closed;

    private DecoderPool(DecoderSettings settings, MediaLimits limits, WorkerLauncher launcher) {
        this.settings = settings;
        this.limits = limits;
        queue = new LinkedBlockingQueue<>(settings.waiting());
        clock = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "decoder-clock"));
        for (var i = 0; i < settings.workers(); i++) {
            var lane = new DecoderLane(
                    () -> Worker.start(launcher, settings.startTime(), clock),
                    queue,
                    settings.tasksPerWorker(),
                    this::laneChanged);
            lanes.add(lane);
            threads.add(daemon(lane, "decoder-" + i));
        }
    }

    /**
     * Starts the workers and returns at once; items may be given before they are ready.
     *
     * @throws IOException if this process lacks what workers need, or the folder for native code is not safe
     */
    public static DecoderPool start(DecoderSettings settings, MediaLimits limits) throws IOException {
        return start(settings, limits, new JvmLauncher(settings));
    }

    static DecoderPool start(DecoderSettings settings, MediaLimits limits, WorkerLauncher launcher) {
        var pool = new DecoderPool(settings, limits, launcher);
        try {
            pool.threads.forEach(Thread::start);
            return pool;
        } catch (RuntimeException | Error e) {
            pool.close(); // the system gave only some of the threads
            throw e;
        }
    }

    private static Thread daemon(Runnable task, String name) {
        return Thread.ofPlatform().daemon().name(name).unstarted(task);
    }

    /** Completes when every worker has been ready once. */
    public CompletionStage<@Nullable Void> started() {
        return started.minimalCompletionStage();
    }

    /** True while at least one worker can take items. */
    public boolean isReady() {
        return !closed && anyLane(DecoderLane.State.READY);
    }

    @Override
    public CompletionStage<DecodedImage> decodeImage(MediaItem item, int longestSide) {
        requirePositive("longestSide", longestSide);
        var task = new ImageTask(item.type(), longestSide, limits.imagePixels(), item.bytes());
        return submit(new Job<>(
                task, 0, limits.imageTime(), ApiError.MALFORMED_IMAGE, DecoderPool::image, new CompletableFuture<>()));
    }

    @Override
    public CompletionStage<DecodedVideo> decodeVideo(MediaItem item, int longestSide, int frames) {
        requirePositive("longestSide", longestSide);
        requirePositive("frames", frames);
        var most = Math.min(frames, MAX_FRAMES);
        var task = new VideoTask(
                item.type(),
                longestSide,
                limits.videoPixels(),
                most,
                (int) limits.videoDuration().toMillis(),
                limits.videoPackets(),
                item.bytes());
        return submit(new Job<>(
                task,
                most,
                limits.videoTime(),
                ApiError.LIVENESS_TIMEOUT,
                DecoderPool::video,
                new CompletableFuture<>()));
    }

    private static @Nullable DecodedImage image(Worker.Answer answer) {
        return answer.end() instanceof Image image
                ? new DecodedImage(image.pixels(), image.sourceWidth(), image.sourceHeight())
                : null;
    }

    private static @Nullable DecodedVideo video(Worker.Answer answer) {
        if (!(answer.end() instanceof VideoEnd end) || answer.frames().isEmpty() || end.frameCount() < 1) {
            return null;
        }
        var frames = answer.frames().stream()
                .map(frame -> new VideoFrame(frame.pixels(), micros(frame.atMicros())))
                .toList();
        return new DecodedVideo(frames, micros(end.durationMicros()), end.frameCount(), end.hasAudio());
    }

    private static Duration micros(long count) {
        return Duration.of(count, ChronoUnit.MICROS);
    }

    private <T> CompletionStage<T> submit(Job<T> job) {
        if (closed || lanes.stream().allMatch(lane -> lane.state() == DecoderLane.State.DOWN)) {
            job.fail(ApiError.API_ERROR);
        } else if (!queue.offer(job)) {
            job.fail(ApiError.OVERLOADED);
        } else if (closed) {
            failWaiting(); // close() may have looked before the job was there
        }
        return job.result();
    }

    private void laneChanged() {
        if (lanes.stream().allMatch(lane -> lane.state() == DecoderLane.State.READY)) {
            started.complete(null);
        }
        if (lanes.stream().allMatch(lane -> lane.state() == DecoderLane.State.DOWN)) {
            failWaiting();
        }
    }

    private void failWaiting() {
        for (var job = queue.poll(); job != null; job = queue.poll()) {
            job.fail(ApiError.API_ERROR);
        }
    }

    private boolean anyLane(DecoderLane.State state) {
        return lanes.stream().anyMatch(lane -> lane.state() == state);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s is %d, at least 1".formatted(name, value));
        }
    }

    /** The processes of the workers, for measurements and tests. */
    List<Long> workerProcesses() {
        return lanes.stream().map(DecoderLane::processId).toList();
    }

    /** Ends the workers; items that wait or are being decoded fail with {@code API_ERROR} or {@code UNDECODABLE_MEDIA}. */
    @Override
    public void close() {
        closed = true;
        lanes.forEach(DecoderLane::close);
        threads.forEach(Thread::interrupt);
        failWaiting();
        clock.shutdownNow();
    }
}
