package io.traitgate.gateway.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.traitgate.gateway.HttpSettings;
import io.traitgate.gateway.body.ByteBudget;
import io.traitgate.keys.CallerContextSigner;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.keys.Unsealer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Objects of other houses that the gateway's classes are given. */
final class GatewayProducer {

    private static final int SHARE_OF_HEAP = 4;
    private static final int CONNECTIONS_TO_A_SERVICE = 256;
    private static final int CALLS_WAITING_FOR_ONE = 1024;
    private static final int CONNECT_MILLIS = 1000;

    /** Shorter than the services' idle time-out, so that no call goes out on a connection that is being closed. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    @Produces
    @Singleton
    ByteBudget byteBudget(HttpSettings settings) {
        return new ByteBudget(settings.byteBudget()
                .map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    @Produces
    @Singleton
    HttpClient httpClient(Vertx vertx) {
        return vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_TO_A_SERVICE).setMaxWaitQueueSize(CALLS_WAITING_FOR_ONE));
    }

    @Produces
    @Singleton
    CallerContextSigner callerContextSigner(ServiceKeys keys) {
        return keys.callerContextSigner();
    }

    @Produces
    @Singleton
    Unsealer unsealer(ServiceKeys keys) {
        return keys.unsealer();
    }
}
