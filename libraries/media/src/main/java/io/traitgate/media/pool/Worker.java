package io.traitgate.media.pool;

import io.traitgate.media.protocol.DecodeTask;
import io.traitgate.media.protocol.Reply;
import io.traitgate.media.protocol.Reply.Frame;
import io.traitgate.media.protocol.Reply.Ready;
import io.traitgate.media.protocol.Wire;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One worker process, used by one thread at a time; the clock may kill it from another. */
final class Worker implements AutoCloseable {
    private static final int BUFFER = 64 << 10;

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ScheduledExecutorService clock;
    private final StartErrors errors;
    private volatile boolean timedOut;
    private boolean lost;
    private int tasks;

    private Worker(Process process, ScheduledExecutorService clock) {
        this.process = process;
        this.clock = clock;
        errors = StartErrors.of(process);
        in = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
    }

    /**
     * Starts a process and waits until it is ready.
     *
     * @throws IOException if it does not come up; the message says what it wrote on standard error
     */
    static Worker start(WorkerLauncher launcher, Duration limit, ScheduledExecutorService clock) throws IOException {
        var process = launcher.launch();
        try {
            return ready(process, limit, clock);
        } catch (IOException | RuntimeException | Error e) {
            process.destroyForcibly(); // also where this side had no thread or memory left for it
            throw e;
        }
    }

    private static Worker ready(Process process, Duration limit, ScheduledExecutorService clock) throws IOException {
        var worker = new Worker(process, clock);
        try {
            worker.within(limit, () -> {
                if (!(Wire.readReply(worker.in, 0) instanceof Ready)) {
                    throw new IOException("not ready");
                }
                return worker;
            });
            worker.errors.stop();
            return worker;
        } catch (WorkerLostException e) {
            throw new IOException("a decoder worker did not start: " + worker.errors.text(), e);
        }
    }

    /**
     * Gives a task to the worker and waits for its whole answer.
     *
     * @param maxFrames how many frames the answer may have
     * @throws WorkerLostException if the worker did not answer in time, or not properly
     */
    Answer perform(DecodeTask task, int maxFrames, Duration limit) throws WorkerLostException {
        tasks++;
        return within(limit, () -> {
            Wire.write(out, task);
            var frames = new ArrayList<Frame>();
            var reply = Wire.readReply(in, task.longestSide());
            while (reply instanceof Frame frame && frames.size() < maxFrames) {
                frames.add(frame);
                reply = Wire.readReply(in, task.longestSide());
            }
            return new Answer(frames, reply);
        });
    }

    private <T> T within(Duration limit, Exchange<T> exchange) throws WorkerLostException {
        var alarm = clock.schedule(this::timeOut, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return exchange.run();
        } catch (IOException e) {
            distrust();
            throw new WorkerLostException(String.valueOf(e.getMessage()), timedOut);
        } finally {
            alarm.cancel(false);
        }
    }

    private void timeOut() {
        timedOut = true;
        process.destroyForcibly();
    }

    /** Ends the worker because of what it said. */
    void distrust() {
        lost = true;
        process.destroyForcibly();
    }

    /** True if the worker can take another task. */
    boolean isUsable() {
        return !lost && !timedOut && process.isAlive();
    }

    /** How many tasks it was given. */
    int tasks() {
        return tasks;
    }

    long processId() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /**
     * What a worker answered.
     *
     * @param frames of a video
     * @param end the reply behind them, of any kind
     */
    record Answer(List<Frame> frames, Reply end) {}

    private interface Exchange<T> {
        T run() throws IOException;
    }
}
