package io.traitgate.testkit.trace;

import java.util.Map;

/**
 * A span as it left the service.
 *
 * @param trace id in hex
 * @param id in hex
 * @param parent id in hex; empty for the first span of a trace
 * @param attributes those that are texts
 */
public record CollectedSpan(String trace, String id, String parent, String name, Map<String, String> attributes) {
    /** The request id of its call; empty without one. */
    public String requestId() {
        return attributes.getOrDefault("traitgate.request_id", "");
    }
}
