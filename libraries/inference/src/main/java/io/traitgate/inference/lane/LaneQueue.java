package io.traitgate.inference.lane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits, what runs, and the rules of both. Not thread-safe: {@link Lanes} guards it with a lock, and time comes in
 * as arguments.
 */
final class LaneQueue {
    private final LaneSettings settings;
    private final ArrayDeque<Work<?>> authentications = new ArrayDeque<>();
    private final ArrayDeque<Work<?>> builds = new ArrayDeque<>();
    private final Map<Work<?>, Long> running = new IdentityHashMap<>();
    private final ServiceTimes times = new ServiceTimes();
    private int runningBuilds;

    LaneQueue(LaneSettings settings) {
        this.settings = settings;
    }

    /**
     * How long an authentication that came now would wait: what runs and what is queued before it, shared by all
     * lanes; nothing while a lane is free. Builds in the queue do not count, since they give way.
     */
    long estimatedWait(long now) {
        // What is queued takes the free lanes first, also where they have not woken up yet.
        if (running.size() + authentications.size() < settings.lanes()) {
            return 0;
        }
        var ahead = authentications.stream()
                .mapToDouble(work -> times.expected(work.load()))
                .sum();
        for (var entry : running.entrySet()) {
            // What lasts longer than expected is taken to need as long again as it is late: it may hang.
            ahead += Math.abs(times.expected(entry.getKey().load()) - (now - entry.getValue()));
        }
        return (long) (ahead / settings.lanes());
    }

    /** How long a lane is expected to need for the work. */
    long expected(Workload load) {
        return (long) times.expected(load);
    }

    boolean isFullOfBuilds() {
        return builds.size() >= settings.maxQueuedBuilds();
    }

    void add(Work<?> work) {
        queue(work.priority()).add(work);
    }

    /** Takes out the queued work that nobody wants any more. */
    List<Work<?>> removeStale(long now) {
        var stale = new ArrayList<Work<?>>();
        for (var queue : List.of(authentications, builds)) {
            queue.removeIf(work -> work.isStale(now) && stale.add(work));
        }
        return stale;
    }

    /** Work whose turn it is; stale work is not counted as running, it is only to be dropped. */
    record Turn(Work<?> work, boolean stale) {}

    /** Takes the next piece of work from the queue, if the rules let one start. */
    @Nullable
    Turn start(long now) {
        var work = next();
        if (work == null) {
            return null;
        }
        var turn = new Turn(work, work.isStale(now));
        if (!turn.stale()) {
            running.put(work, now);
            runningBuilds += work.priority() == LanePriority.BUILD ? 1 : 0;
        }
        return turn;
    }

    private @Nullable Work<?> next() {
        if (!authentications.isEmpty()) {
            return authentications.poll();
        }
        return runningBuilds < Math.max(1, settings.lanes() / 2) ? builds.poll() : null;
    }

    /** Ends running work and returns how long it ran. */
    long finish(Work<?> work, long now) {
        var started = running.remove(work);
        if (started == null) {
            throw new IllegalStateException("Only running work can finish");
        }
        runningBuilds -= work.priority() == LanePriority.BUILD ? 1 : 0;
        var ran = now - started;
        times.learn(work.load(), ran);
        return ran;
    }

    List<Work<?>> drain() {
        var all = new ArrayList<Work<?>>(authentications);
        all.addAll(builds);
        authentications.clear();
        builds.clear();
        return all;
    }

    int queued(LanePriority priority) {
        return queue(priority).size();
    }

    int running() {
        return running.size();
    }

    private ArrayDeque<Work<?>> queue(LanePriority priority) {
        return priority == LanePriority.BUILD ? builds : authentications;
    }
}
