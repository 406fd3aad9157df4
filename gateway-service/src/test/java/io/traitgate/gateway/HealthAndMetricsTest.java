package io.traitgate.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The other port, which is not public. */
@QuarkusTest
class HealthAndMetricsTest extends GatewayTest {

    @Test
    void isReadyOnceTheKeysAreRead() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.find { it.name == 'topics' }.data.application-keys", equalTo("read"));
    }

    @Test
    void countsCallsByRouteStatusAndCode() {
        gateway.post("/v1/sessions", PublicPort.BODY);
        gateway.post("/v1/sessions", "nobody", "x", PublicPort.BODY.getBytes(StandardCharsets.UTF_8));

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString(
                        "traitgate_gateway_calls_seconds_count{code=\"0\",route=\"/v1/sessions\",status=\"200\"}"))
                .body(containsString(
                        "traitgate_gateway_calls_seconds_count{code=\"120\",route=\"/v1/sessions\",status=\"401\"}"))
                .body(containsString("traitgate_gateway_body_bytes"));
    }

    @Test
    void everyMetricOfOurs_isInTheTableOfTheDocuments_andTheOtherWayRound() throws IOException {
        gateway.post("/v1/sessions", PublicPort.BODY);

        String table = Files.readString(Path.of(System.getProperty("traitgate.root"), "docs", "metrics.md"));
        Set<String> served = Pattern.compile("(?m)^# TYPE (traitgate_\\w+) (\\w+)")
                .matcher(given().get("/q/metrics").asString())
                .results()
                .map(type -> type.group(2).equals("counter")
                        ? type.group(1).replaceFirst("(_total)?$", "_total")
                        : type.group(1).replaceFirst("_max$", ""))
                .collect(Collectors.toSet());
        assertThat(served).allSatisfy(name -> assertThat(table).contains("| `" + name + "` |"));
        assertThat(table.lines()
                        .filter(row -> row.contains("| gateway, always |"))
                        .map(row -> row.split("`", -1)[1]))
                .isSubsetOf(served);
    }

    @Test
    void doesNotTakeCalls() {
        assertThat(RestAssured.port).isNotEqualTo(gateway.number());
        given().body(PublicPort.BODY).post("/v1/sessions").then().statusCode(404);
    }
}
