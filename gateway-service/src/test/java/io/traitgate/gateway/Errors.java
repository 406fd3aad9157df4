package io.traitgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.contract.error.ApiError;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;

/** What every error answer must look like. */
final class Errors {

    private Errors() {}

    static void assertError(HttpResponse<String> response, ApiError expected) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(expected.status());
        assertBody(response.body(), expected);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("X-Request-Id").orElse(""))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    static void assertBody(String body, ApiError expected) {
        JsonObject error = new JsonObject(body);
        assertThat(error.getString("error")).isEqualTo(expected.description());
        assertThat(error.getJsonArray("errors")).hasSize(1);
        assertThat(error.getJsonArray("errors").getJsonObject(0).getString("description"))
                .isEqualTo(expected.description());
        assertThat(error.getJsonArray("errors").getJsonObject(0).getInteger("code"))
                .isEqualTo(expected.code());
    }
}
