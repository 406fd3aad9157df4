package io.traitgate.face.service.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.contract.http.Route;
import io.traitgate.contract.token.TokenAnswer;
import io.traitgate.face.service.call.FaceCalls;
import io.traitgate.kit.request.SignedRequest;
import io.traitgate.modality.token.TokenStore;
import io.traitgate.modality.token.TokenType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Issues the digits a person speaks into the camera. */
@Path("/v1/face/token")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
final class TokenResource {

    private final FaceCalls calls;
    private final TokenStore tokens;

    TokenResource(FaceCalls calls, TokenStore tokens) {
        this.calls = calls;
        this.tokens = tokens;
    }

    @POST
    public Uni<TokenAnswer> issue(SignedRequest request) {
        return calls.run(Route.FACE_TOKEN, request, event -> {
            String sessionId = request.json().requiredText("session");
            TokenType type = TokenType.parse(request.json()
                    .field("tokentype")
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue)
                    .orElse(null));
            String metadata = request.json().metadata();
            return request.deadline()
                    .limit(calls.session(request, sessionId, event)
                            .flatMap(session -> tokens.issue(session, Module.FACE, type))
                            .map(token -> new TokenAnswer(token.digits(), metadata)));
        });
    }
}
