package io.traitgate.console;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.traitgate.testkit.TestInstallation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls of the admin API with the token of this test run. */
public final class AdminApi {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private AdminApi() {}

    public static RequestSpecification asAdmin() {
        return RestAssured.given().header("Authorization", "Bearer " + token());
    }

    public static Response post(String path, Object body) {
        return asAdmin().contentType(ContentType.JSON).body(body).post(path);
    }

    /** A new application: its id, key and secret. */
    public static Issued create() {
        Response answer = post("/admin/applications", Map.of("name", freshName()));
        answer.then().statusCode(201);
        return Issued.of(answer);
    }

    /** A name, which is its own id, that no other test has. */
    public static String freshName() {
        return "application-" + NAMES.incrementAndGet();
    }

    public static String token() {
        try {
            return Files.readString(TestInstallation.shared().adminTokenFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an answer tells of a new key. */
    public record Issued(String application, String apiKey, String secret) {
        public static Issued of(Response answer) {
            return new Issued(answer.path("application.id"), answer.path("apiKey"), answer.path("secret"));
        }
    }
}
