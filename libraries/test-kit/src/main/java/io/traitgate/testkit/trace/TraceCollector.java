package io.traitgate.testkit.trace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a service under test exports over OTLP, as a real collector would get it: a resource of {@code @QuarkusTest}
 * that also turns tracing on.
 */
public final class TraceCollector implements QuarkusTestResourceLifecycleManager {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<CollectedSpan> SPANS = new CopyOnWriteArrayList<>();
    private static final StringBuffer RAW = new StringBuffer();

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            opened.createContext("/v1/traces", TraceCollector::take);
            opened.start();
            server = opened;
            return Map.of(
                    "traitgate.tracing.endpoint",
                    "http://127.0.0.1:" + opened.getAddress().getPort(),
                    "quarkus.otel.bsp.schedule.delay",
                    "100ms");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        Objects.requireNonNull(server).stop(0);
    }

    /** The first spans that are as wanted, once there are so many. */
    public static List<CollectedSpan> await(int count, Predicate<CollectedSpan> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<CollectedSpan> found = SPANS.stream().filter(wanted).toList();
            if (found.size() >= count) {
                return found;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Only " + found + " of " + count + " spans came; all: " + SPANS);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** Everything that was exported, byte by byte, for whoever looks for what must not be there. */
    public static String everything() {
        return RAW.toString();
    }

    private static void take(HttpExchange exchange) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        RAW.append(new String(request, StandardCharsets.ISO_8859_1));
        new OtlpReader(SPANS).read(request);
        exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
