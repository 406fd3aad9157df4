package io.traitgate.gateway.limit;

import io.traitgate.contract.Permission;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.http.Route;
import io.traitgate.gateway.key.ApplicationKey;
import jakarta.inject.Singleton;

/**
 * Limits how often each API key calls, in this process: with several gateways behind a balancer a key has the limit
 * of each. Only verified calls are counted, so nobody uses up the calls of another, and there are no more buckets
 * than keys.
 *
 * <p>Comparisons have a tighter limit of their own, for the application and not for the key, since more keys must not
 * mean more comparisons: a comparison needs no session, has no attempt budget, and tells how the matcher sees any two
 * pictures.
 */
@Singleton
public final class CallRates {

    private final Buckets calls;
    private final Buckets comparisons;

    public CallRates(RateSettings settings) {
        this.calls = new Buckets(settings);
        this.comparisons = new Buckets(settings.compare());
    }

    /**
     * Counts a verified call of the key.
     *
     * @throws ApiException 429 with the time after which the next call is possible
     */
    public void count(ApplicationKey key) {
        calls.take(key.apiKey());
    }

    /**
     * Counts a call that the key is permitted to make against the limit that its route has besides.
     *
     * @throws ApiException 429 with the time after which the next such call is possible
     */
    public void countPermitted(ApplicationKey key, Route route) {
        if (route.permission().filter(Permission.COMPARE::equals).isPresent()) {
            comparisons.take(key.application());
        }
    }
}
