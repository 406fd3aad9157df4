package io.traitgate.testkit.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.traitgate.contract.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The contract's {@code openapi.yml} as a judge of answers. It refuses a status that the route does not have, a body
 * that its schema does not allow, fields of no schema, nulls, and errors that do not repeat their first description.
 */
public final class OpenApiContract {

    private static final String DOCUMENT = "/io/traitgate/contract/openapi.yml";

    private static final OpenApiContract INSTANCE = new OpenApiContract(read());

    private final JsonNode document;
    private final JsonMapper json = new JsonMapper();
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private OpenApiContract(JsonNode document) {
        this.document = document;
    }

    /** The contract of this build. */
    public static OpenApiContract load() {
        return INSTANCE;
    }

    /**
     * Passes if the contract allows this answer.
     *
     * @throws AssertionError naming everything that is wrong with it
     */
    public void assertAnswer(Route route, int status, String body) {
        List<String> problems = problems(route, status, body);
        if (!problems.isEmpty()) {
            throw new AssertionError(
                    "%s answered %d %s%n%s".formatted(route.path(), status, body, String.join("\n", problems)));
        }
    }

    /** What is wrong with the answer; nothing if the contract allows it. */
    List<String> problems(Route route, int status, String body) {
        JsonNode answer;
        try {
            answer = json.readTree(body);
        } catch (JsonProcessingException e) {
            return List.of("the body is not JSON: " + e.getOriginalMessage());
        }
        JsonNode response = resolve(document.path("paths")
                .path(route.path())
                .path("post")
                .path("responses")
                .path(Integer.toString(status)));
        if (response.isMissingNode()) {
            return List.of("the route has no status " + status);
        }
        List<String> problems = new ArrayList<>();
        schemas.getSchema(schemaOf(response)).validate(answer).stream()
                .map(ValidationMessage::getMessage)
                .forEach(problems::add);
        if (!answer.findValues("error").isEmpty()
                && !answer.path("error").equals(answer.path("errors").path(0).path("description"))) {
            problems.add("error differs from errors[0].description");
        }
        return problems;
    }

    /** The schema of a response, with the components it refers to. */
    private JsonNode schemaOf(JsonNode response) {
        ObjectNode schema =
                response.path("content").path("application/json").path("schema").<ObjectNode>deepCopy();
        schema.set("components", document.path("components"));
        return schema;
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? document.at(reference.textValue().substring(1)) : node;
    }

    private static JsonNode read() {
        try (InputStream in = OpenApiContract.class.getResourceAsStream(DOCUMENT)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
