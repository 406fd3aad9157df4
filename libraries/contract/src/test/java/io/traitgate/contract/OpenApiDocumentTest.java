package io.traitgate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.http.Route;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The document must not drift from the code it describes. */
class OpenApiDocumentTest {

    private static JsonNode document;

    @BeforeAll
    static void read() throws Exception {
        try (InputStream in = Route.class.getResourceAsStream("/io/traitgate/contract/openapi.yml")) {
            document = new YAMLMapper().readTree(in);
        }
    }

    @Test
    void describesExactlyTheRoutes() {
        assertThat(document.path("paths").properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Route.values()).map(Route::path).toList());
    }

    @Test
    void knowsExactlyTheCodesOfTheCatalogue() {
        Set<Integer> codes = document.at("/components/schemas/ErrorItem/properties/code/enum")
                .valueStream()
                .map(JsonNode::intValue)
                .collect(Collectors.toSet());

        assertThat(codes)
                .isEqualTo(Arrays.stream(ApiError.values()).map(ApiError::code).collect(Collectors.toSet()));
    }

    @Test
    void hasEveryStatusOfTheCatalogueOnSomeRoute() {
        Set<Integer> statuses = document.path("paths")
                .valueStream()
                .flatMap(path -> path.at("/post/responses").properties().stream())
                .map(response -> Integer.valueOf(response.getKey()))
                .filter(status -> status != 200)
                .collect(Collectors.toSet());

        assertThat(statuses)
                .isEqualTo(
                        Arrays.stream(ApiError.values()).map(ApiError::status).collect(Collectors.toSet()));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> dangling = document.findValuesAsText("$ref").stream()
                .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                .toList();

        assertThat(dangling).isEmpty();
    }
}
