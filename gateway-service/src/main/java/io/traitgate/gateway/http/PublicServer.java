package io.traitgate.gateway.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.traitgate.contract.error.ApiError;
import io.traitgate.gateway.HttpSettings;
import io.traitgate.gateway.metric.GatewayMetrics;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SSLOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The public port. It is a server of its own beside Quarkus': that one answers malformed HTTP without a body and has
 * health and metrics, and neither belongs here.
 */
@Singleton
public final class PublicServer {

    private static final Logger LOG = Logger.getLogger(PublicServer.class);
    private static final int MAX_HEADERS = 16 << 10;
    private static final int MAX_REQUEST_LINE = 8 << 10;
    private static final long POLL_MILLIS = 20;

    private final Vertx vertx;
    private final HttpSettings settings;
    private final FrontDoor frontDoor;
    private final GatewayMetrics metrics;
    private final TlsConfigurationRegistry tls;
    private final AtomicInteger port = new AtomicInteger();

    PublicServer(
            Vertx vertx,
            HttpSettings settings,
            FrontDoor frontDoor,
            GatewayMetrics metrics,
            TlsConfigurationRegistry tls) {
        this.vertx = vertx;
        this.settings = settings;
        this.frontDoor = frontDoor;
        this.metrics = metrics;
        this.tls = tls;
    }

    /** The port that is listened on. */
    public int port() {
        return port.get();
    }

    void start(@Observes StartupEvent event) {
        HttpServerOptions options = options();
        int eventLoops = settings.port() == 0 ? 1 : Runtime.getRuntime().availableProcessors();
        vertx.deployVerticle(() -> new Listener(options), new DeploymentOptions().setInstances(eventLoops))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        LOG.infof("Listening on %s:%d", settings.host(), port());
    }

    /** Lets running calls end; Quarkus has taken readiness away before, so no new ones should come. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        frontDoor.drain();
        long end = System.nanoTime() + settings.shutdownTimeout().toNanos();
        while (metrics.running() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private HttpServerOptions options() {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(settings.idleTimeout().toMillis()))
                .setMaxHeaderSize(MAX_HEADERS)
                .setMaxInitialLineLength(MAX_REQUEST_LINE)
                .setHandle100ContinueAutomatically(false)
                .setHttp2ClearTextEnabled(false);
        settings.tlsConfigurationName().ifPresent(name -> secure(options, name));
        return options;
    }

    private void secure(HttpServerOptions options, String name) {
        TlsConfiguration configuration = tls.get(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "traitgate.http.tls-configuration-name: there is no quarkus.tls." + name));
        SSLOptions ssl = configuration.getSSLOptions();
        options.setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(ssl.getKeyCertOptions())
                .setEnabledSecureTransportProtocols(ssl.getEnabledSecureTransportProtocols());
    }

    private void refuseMalformed(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        boolean tooLong = cause instanceof TooLongHttpHeaderException || cause instanceof TooLongHttpLineException;
        frontDoor.refuseMalformed(request, tooLong ? ApiError.REQUEST_TOO_BIG : ApiError.INVALID_BODY);
    }

    /** One event loop of the port. */
    private final class Listener extends AbstractVerticle {

        private final HttpServerOptions options;

        Listener(HttpServerOptions options) {
            this.options = options;
        }

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer(options)
                    .requestHandler(frontDoor::handle)
                    .invalidRequestHandler(PublicServer.this::refuseMalformed)
                    .listen()
                    .onSuccess(server -> port.set(server.actualPort()))
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
