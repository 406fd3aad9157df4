package io.traitgate.kit.answer;

import io.quarkus.arc.All;
import io.smallrye.mutiny.TimeoutException;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.kit.metric.KitMetrics;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Turns whatever went wrong in a call into the refusal that the caller is told: the same for an answer and for the event
 * about it. Unexpected failures are logged here, with the request id of the log context, and only here.
 */
@Singleton
public final class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final int DEEPEST_CAUSE = 16;

    private final List<StoreOutage> outages;
    private final KitMetrics metrics;

    public Failures(@All List<StoreOutage> outages, KitMetrics metrics) {
        this.outages = outages;
        this.metrics = metrics;
    }

    /** The refusal of the contract for a failure: itself if it is one, else 503/120, 500/170 or 500/120. */
    public ApiException refusal(Throwable failure) {
        if (failure instanceof ApiException refusal) {
            return refusal;
        }
        if (failure instanceof TimeoutException) {
            metrics.failure("timeout");
            return new ApiException(ApiError.TIMEOUT);
        }
        if (causes(failure).anyMatch(this::isOutage)) {
            metrics.failure("store");
            LOG.warnf("A store is unreachable: %s", failure);
            return new ApiException(ApiError.STORE_UNREACHABLE);
        }
        metrics.failure("unexpected");
        LOG.error("A call failed unexpectedly", failure);
        return new ApiException(ApiError.API_ERROR);
    }

    private boolean isOutage(Throwable failure) {
        return outages.stream().anyMatch(outage -> outage.matches(failure));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE);
    }
}
