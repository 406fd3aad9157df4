package io.traitgate.kit.answer;

import io.traitgate.contract.http.Headers;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Names the encoding of JSON answers, as the contract spells it. */
final class JsonAnswerFilter {
    @ServerResponseFilter
    public void name(ContainerResponseContext answer) {
        @Nullable MediaType type = answer.getMediaType();
        if (answer.hasEntity() && (type == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(type))) {
            answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, Headers.JSON);
        }
    }
}
