package io.traitgate.testkit;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.traitgate.contract.Permission;
import io.traitgate.contract.http.Headers;
import io.traitgate.keys.CallerContext;
import io.traitgate.keys.CallerContextSigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Calls a service under test as the gateway does, once it has verified an application's signature: with a caller context that
 * is signed with the gateway's key of this test run.
 */
public final class SignedCaller {
    private final CallerContextSigner signer;
    private final String application;
    private final Set<Permission> permissions;
    private final Duration timeLeft;

    private SignedCaller(
            CallerContextSigner signer, String application, Set<Permission> permissions, Duration timeLeft) {
        this.signer = signer;
        this.application = application;
        this.permissions = permissions;
        this.timeLeft = timeLeft;
    }

    /** A caller that belongs to the application, may do everything and has 8 s. */
    public static SignedCaller of(String application) {
        CallerContextSigner signer = TestInstallation.shared().keys("gateway").callerContextSigner();
        return new SignedCaller(signer, application, Set.of(Permission.values()), Duration.ofSeconds(8));
    }

    /** The same caller with other permissions. */
    public SignedCaller withPermissions(Set<Permission> granted) {
        return new SignedCaller(signer, application, granted, timeLeft);
    }

    /** The same caller with another time left. */
    public SignedCaller withTimeLeft(Duration left) {
        return new SignedCaller(signer, application, permissions, left);
    }

    /** Posts a body as UTF-8. */
    public Response post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Posts a body. */
    public Response post(String path, byte[] body) {
        return RestAssured.given().headers(headers(path, body)).body(body).post(path);
    }

    /** What the gateway would send with a POST of this body. */
    public Map<String, String> headers(String path, byte[] body) {
        String requestId = UUID.randomUUID().toString();
        CallerContext context = new CallerContext(
                application,
                "00000000-0000-0000-0000-000000000001",
                permissions,
                requestId,
                "POST",
                path,
                CallerContext.hashOf(body),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(Headers.CALLER, signer.sign(context));
        headers.put(Headers.REQUEST_ID, requestId);
        headers.put(Headers.TIME_LEFT, Long.toString(timeLeft.toMillis()));
        return headers;
    }
}
