package io.traitgate.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One token bucket for each name. */
final class Buckets {

    private final Rate rate;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    Buckets(Rate rate) {
        this.rate = rate;
    }

    /**
     * Takes a token of the name's bucket.
     *
     * @throws ApiException 429 with the time after which there is one again
     */
    void take(String name) {
        if (!rate.enabled()) {
            return;
        }
        ConsumptionProbe probe =
                buckets.computeIfAbsent(name, added -> newBucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw ApiException.retryAfter(
                    ApiError.TOO_MANY_REQUESTS, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.calls(), rate.period()))
                .build();
    }
}
