package io.traitgate.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Limits how often each API key calls, in this process: with several gateways behind a balancer a key has the limit
 * of each. Only verified calls are counted, so nobody uses up the calls of another, and there are no more buckets
 * than keys.
 */
@Singleton
public final class CallRates {

    private final RateSettings settings;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    public CallRates(RateSettings settings) {
        this.settings = settings;
    }

    /**
     * Counts a call of the key.
     *
     * @throws ApiException 429 with the time after which the next call is possible
     */
    public void count(String apiKey) {
        if (!settings.enabled()) {
            return;
        }
        ConsumptionProbe probe =
                buckets.computeIfAbsent(apiKey, key -> newBucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw ApiException.retryAfter(
                    ApiError.TOO_MANY_REQUESTS, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(settings.burst()).refillGreedy(settings.calls(), settings.period()))
                .build();
    }
}
