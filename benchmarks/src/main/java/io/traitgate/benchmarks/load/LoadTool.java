package io.traitgate.benchmarks.load;

import io.hyperfoil.api.config.BenchmarkBuilder;
import io.hyperfoil.api.config.PhaseBuilder;
import io.hyperfoil.api.session.Session;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.http.api.HttpMethod;
import io.hyperfoil.http.config.HttpPluginBuilder;
import io.hyperfoil.http.steps.HttpStepCatalog;
import io.netty.buffer.Unpooled;
import io.traitgate.client.Credentials;
import io.traitgate.contract.http.Headers;
import io.traitgate.contract.http.Route;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Sends authentications with Hyperfoil. Where calls come at a rate, they come at it whatever the answers do (no
 * coordinated omission), at the random distances of a Poisson process; each call's time counts from when it is due,
 * waiting for a connection included.
 */
public final class LoadTool {
    /** Calls are answered within 8 s. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);

    private static final int MOST_CALLS_AT_A_TIME = 2_000;

    /** Opened before they are needed. */
    private static final int CONNECTIONS_AHEAD = 16;

    private final Credentials credentials;
    private final Subjects calls;

    public LoadTool(Credentials credentials, Subjects calls) {
        this.credentials = credentials;
        this.calls = calls;
    }

    /** Each of so many callers sends its next call when its last one was answered. */
    public Period closed(int callers, Duration length) {
        return run(0, length, callers, phases -> phases.always(callers));
    }

    /** Calls arrive at a mean rate a second. */
    public Period open(double rate, Duration length) {
        return run(
                rate,
                length,
                MOST_CALLS_AT_A_TIME,
                phases ->
                        phases.constantRate(1).usersPerSec(rate).variance(true).maxSessions(MOST_CALLS_AT_A_TIME));
    }

    private Period run(
            double rate, Duration length, int connections, Function<PhaseBuilder.Catalog, PhaseBuilder<?>> arrivals) {
        var answers = new Answers(length);
        var sent = new AtomicLong();
        Map<Integer, Due> due = new ConcurrentHashMap<>();
        var benchmark = BenchmarkBuilder.builder().name("authentications").threads(1);
        benchmark
                .addPlugin(HttpPluginBuilder::new)
                .http(credentials.url().toString())
                .sharedConnections()
                .core(Math.min(connections, CONNECTIONS_AHEAD))
                .max(connections)
                .buffer(Math.min(connections, CONNECTIONS_AHEAD))
                .end()
                .requestTimeout(LONGEST_ANSWER.toMillis());
        var phase = arrivals.apply(benchmark.addPhase("load"));
        phase.duration(length.toMillis())
                .maxDuration(length.plus(LONGEST_ANSWER).toMillis());
        phase.scenario()
                .initialSequence("authentication")
                .step(session -> {
                    var now = System.nanoTime();
                    answers.begin(now);
                    sent.incrementAndGet();
                    due.put(session.uniqueId(), new Due(now, calls.next()));
                    return true;
                })
                .step(HttpStepCatalog.SC)
                .httpRequest(HttpMethod.POST)
                .path(Route.FACE_AUTH.path())
                .headerAppender((session, head) -> {
                    head.putHeader("content-type", "application/json");
                    head.putHeader(Headers.API_KEY, credentials.apiKey());
                    head.putHeader(
                            Headers.API_SIGNATURE, of(due, session).call().signature());
                })
                .body((session, connection) ->
                        Unpooled.wrappedBuffer(of(due, session).call().body()))
                .handler()
                .autoRangeCheck(false)
                .stopOnInvalid(false)
                .status((request, status) ->
                        answers.add(status, of(due, request.session).at(), System.nanoTime()))
                .endHandler();
        var cores = CompletableFuture.supplyAsync(() -> coresWhileCounting(answers, length));
        new LocalSimulationRunner(benchmark.build()).run();
        return Period.of(rate, length, sent.get(), answers, cores.join());
    }

    /** Read while answers are counted, since the tool itself is busy before it sends and after it has sent. */
    private static Map<String, Duration> coresWhileCounting(Answers answers, Duration length) {
        var clock = CpuClock.ofInstallation();
        try {
            answers.awaitFirst();
            Thread.sleep(Answers.FILLING);
            var before = clock.read();
            var began = System.nanoTime();
            Thread.sleep(length.minus(Answers.FILLING));
            var used = CpuClock.between(before, clock.read());
            var seconds = (System.nanoTime() - began) / 1e9;
            used.replaceAll((process, time) -> Duration.ofNanos((long) (time.toNanos() / seconds)));
            return used;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calls were sent", e);
        }
    }

    private static Due of(Map<Integer, Due> due, Session session) {
        var call = due.get(session.uniqueId());
        if (call == null) {
            throw new IllegalStateException("a call that was never due");
        }
        return call;
    }

    /** A call and when it was to be sent. */
    private record Due(long at, AuthCalls.SignedCall call) {}
}
