package io.traitgate.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits that a test reaches quickly, a prefix, and no web scheme. */
public final class TightLimits implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("traitgate.http.external-prefixes", "/gw,/other"),
                Map.entry("traitgate.http.cors-origins", "https://app.example"),
                Map.entry("traitgate.http.deadline", "1s"),
                Map.entry("traitgate.http.stall-timeout", "1s"),
                Map.entry("traitgate.http.minimum-rate", "20"),
                Map.entry("traitgate.http.minimum-rate-after", "3s"),
                Map.entry("traitgate.http.byte-budget", "400K"),
                Map.entry("traitgate.http.drain-limit", "3M"),
                Map.entry("traitgate.signature.web-compat", "false"),
                Map.entry("traitgate.rate-limit.calls", "1"),
                Map.entry("traitgate.rate-limit.period", "60s"),
                Map.entry("traitgate.rate-limit.burst", "20"),
                Map.entry("traitgate.rate-limit.compare.calls", "1"),
                Map.entry("traitgate.rate-limit.compare.period", "60s"),
                Map.entry("traitgate.rate-limit.compare.burst", "3"));
    }
}
