package io.traitgate.modality.store;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.redis.client.impl.types.ErrorType;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns "the store did not answer" into the contract's 503/120 and leaves every other failure as it is.
 *
 * <p>What needs a store fails closed: without Redis no session is valid, without PostgreSQL nobody has a template.
 */
public final class StoreFailure {

    private static final Logger LOGGER = Logger.getLogger(StoreFailure.class);

    /** Far longer than a healthy store takes, and short enough that the caller is answered within the call's 8 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Redis says these of a request that is wrong; everything else it says is about its own state. */
    private static final Set<String> REDIS_REJECTIONS = Set.of("ERR", "WRONGTYPE", "NOSCRIPT");

    private StoreFailure() {}

    /** Guards a call to Redis. */
    public static <T> Uni<T> guardRedis(Uni<T> call) {
        return guard("redis", call);
    }

    /** Guards a call to PostgreSQL, a whole transaction for instance. */
    public static <T> Uni<T> guardSql(Uni<T> call) {
        return guard("postgresql", call);
    }

    private static <T> Uni<T> guard(String store, Uni<T> call) {
        return call.ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(StoreFailure::isUnreachable)
                .transform(failure -> {
                    LOGGER.warnf("store unreachable store=%s cause=%s", store, describe(failure));
                    return new ApiException(ApiError.STORE_UNREACHABLE);
                });
    }

    /** Whether the failure, or one that caused it, says that a store is away; such a call may be tried again. */
    public static boolean isUnreachable(Throwable failure) {
        return Causes.of(failure).anyMatch(StoreFailure::saysAway);
    }

    private static boolean saysAway(Throwable failure) {
        return switch (failure) {
            case PgException refused -> isAboutTheServer(refused.getSqlState());
            case ErrorType refused -> !isRejection(refused.getMessage());
            case TimeoutException _, VertxException _ -> true;
            // The pools say in this way that they are exhausted or timed out.
            case NoStackTraceThrowable _ -> true;
            case IOException broken -> isOfAConnection(broken);
            default -> false;
        };
    }

    /**
     * Bytes that cannot be parsed are an IOException too. The JDK has no class for a broken pipe, and Netty's native
     * transport has its own.
     */
    private static boolean isOfAConnection(IOException failure) {
        return switch (failure) {
            case SocketException _, UnknownHostException _, SocketTimeoutException _ -> true;
            case ClosedChannelException _, SSLException _ -> true;
            default ->
                failure.getClass() == IOException.class
                        || failure.getClass().getName().startsWith("io.netty.");
        };
    }

    /**
     * SQLSTATE classes of the PostgreSQL manual, appendix A: 08 connection, 53 resources, 57 operator intervention; and
     * 25006, what a former primary answers after a failover.
     */
    private static boolean isAboutTheServer(@Nullable String sqlState) {
        return sqlState != null
                && (sqlState.startsWith("08")
                        || sqlState.startsWith("53")
                        || sqlState.startsWith("57")
                        || sqlState.equals("25006"));
    }

    private static boolean isRejection(@Nullable String message) {
        return message != null && REDIS_REJECTIONS.contains(message.split(" ", 2)[0]);
    }

    /** Class and nothing more: messages of drivers may quote values. */
    private static String describe(Throwable failure) {
        return Causes.first(failure).getClass().getSimpleName();
    }
}
