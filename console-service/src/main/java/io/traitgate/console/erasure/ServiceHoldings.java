package io.traitgate.console.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.traitgate.contract.http.Headers;
import io.traitgate.keys.CallerContext;
import io.traitgate.keys.CallerContextSigner;
import io.traitgate.keys.PersonId;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.keys.UnsealException;
import io.traitgate.keys.Unsealer;
import io.traitgate.kit.identity.TimeOrderedIds;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Asks the services what they hold of a person. Each question is signed by the console, each answer sealed to it and bound
 * to the question. What a service does not answer is said in its place, never left out.
 */
@Singleton
final class ServiceHoldings {

    private static final Logger LOGGER = Logger.getLogger(ServiceHoldings.class);

    private static final String PATH = "/internal/people";
    private static final String SEALED_AS = "person-holdings";

    private final PeopleSettings settings;
    private final CallerContextSigner signer;
    private final Unsealer unsealer;
    private final ObjectMapper json;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    @Inject
    ServiceHoldings(PeopleSettings settings, ServiceKeys keys, ObjectMapper json, TimeOrderedIds ids, Clock clock) {
        this.settings = settings;
        this.signer = keys.callerContextSigner();
        this.unsealer = keys.unsealer();
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What each service says, by name; an object with the field {@code unreachable} for one that does not answer.
     *
     * @param everything the things themselves, else only how many there are
     */
    Uni<Map<String, JsonNode>> of(String application, PersonId person, boolean everything) {
        return Multi.createFrom()
                .iterable(settings.routes().entrySet())
                .onItem()
                .transformToUniAndMerge(route -> ask(route.getValue(), application, person, everything)
                        .onFailure()
                        .invoke(failure -> LOGGER.warnf("%s does not tell: %s", route.getKey(), failure))
                        .onFailure()
                        .recoverWithItem(() -> unreachable(route.getKey()))
                        .map(answer -> Map.entry(route.getKey(), answer)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(TreeMap::new);
    }

    private Uni<JsonNode> ask(URI service, String application, PersonId person, boolean everything) {
        byte[] body = write(Map.of("person", person.value(), "everything", everything));
        String requestId = ids.next().toString();
        CallerContext context = new CallerContext(
                application,
                "console",
                Set.of(),
                requestId,
                "POST",
                PATH,
                CallerContext.hashOf(body),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        HttpRequest request = HttpRequest.newBuilder(service.resolve(PATH))
                .timeout(settings.patience())
                .header("Content-Type", "application/json")
                .header(Headers.CALLER, signer.sign(context))
                .header(Headers.REQUEST_ID, requestId)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request, BodyHandlers.ofByteArray()))
                .map(answer -> opened(answer, application, person, requestId));
    }

    private JsonNode opened(HttpResponse<byte[]> answer, String application, PersonId person, String requestId) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("status " + answer.statusCode());
        }
        try {
            return json.readTree(unsealer.open(answer.body(), SEALED_AS, application, person.value(), requestId));
        } catch (UnsealException | IOException foreign) {
            throw new IllegalStateException("the answer does not open", foreign);
        }
    }

    private ObjectNode unreachable(String service) {
        return json.createObjectNode()
                .put("unreachable", "No answer from " + service + ": what it holds is not in this list");
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
