package io.traitgate.modality.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.http.Headers;
import io.traitgate.keys.CallerContext;
import io.traitgate.keys.CallerContextVerifier;
import io.traitgate.keys.HybridSealer;
import io.traitgate.keys.PersonId;
import io.traitgate.keys.Receiver;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.modality.person.Person;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the console what this service holds of a person. It answers nobody else: a request needs a caller context that the
 * console signed for exactly this request, and the answer is sealed to the console, bound to person and request. The
 * gateway knows no way here.
 */
@Path(PeopleResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_OCTET_STREAM)
final class PeopleResource {
    static final String PATH = "/internal/people";

    private static final String SEALED_AS = "person-holdings";

    private final List<PersonHoldings> holdings;
    private final CallerContextVerifier verifier;
    private final HybridSealer console;
    private final ObjectMapper json;

    PeopleResource(@All List<PersonHoldings> holdings, ServiceKeys keys, InstantSource clock, ObjectMapper json) {
        this.holdings = holdings;
        this.verifier = keys.consoleContextVerifier(clock);
        this.console = keys.sealerTo(Receiver.CONSOLE);
        this.json = json;
    }

    @POST
    public Uni<byte[]> holdings(@HeaderParam(Headers.CALLER) @Nullable String header, byte[] body) {
        CallerContext caller = verifier.verify(header, "POST", PATH, body);
        Question question = Question.read(json, body, caller.application());
        return holdings.stream()
                .findFirst()
                .map(held -> held.of(question.person, question.everything))
                .orElseGet(() -> Uni.createFrom().item(Map.of()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> seal(found, question.person, caller.requestId()));
    }

    private byte[] seal(Map<String, Object> found, Person person, String requestId) {
        try {
            return console.seal(
                    json.writeValueAsBytes(found),
                    SEALED_AS,
                    person.application(),
                    person.id().value(),
                    requestId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Question(Person person, boolean everything) {
        static Question read(ObjectMapper json, byte[] body, String application) {
            try {
                JsonNode question = json.readTree(body);
                return new Question(
                        new Person(
                                application,
                                new PersonId(question.path("person").asText())),
                        question.path("everything").asBoolean());
            } catch (IOException | IllegalArgumentException malformed) {
                throw new ApiException(ApiError.INVALID_BODY);
            }
        }
    }
}
