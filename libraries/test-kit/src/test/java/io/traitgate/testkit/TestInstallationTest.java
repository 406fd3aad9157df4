package io.traitgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.contract.http.Headers;
import io.traitgate.contract.topic.Topic;
import io.traitgate.keys.CallerContext;
import io.traitgate.local.stores.PostgreSqlAccess;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TestInstallationTest {
    @Test
    void everyServiceFindsItsOwnSchema() throws Exception {
        // Given
        PostgreSqlAccess access = TestInstallation.shared().database("face");

        // When
        try (Connection connection =
                        DriverManager.getConnection(access.jdbcUrl(), access.username(), access.password());
                ResultSet rows = connection.createStatement().executeQuery("SELECT current_schema, current_user")) {

            // Then
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("face");
            assertThat(rows.getString(2)).isEqualTo("face");
        }
    }

    @Test
    void theInstallationIsSharedWhoeverAsks() {
        assertThat(TestInstallation.shared().settings("session"))
                .isEqualTo(TestInstallation.shared().settings("session"))
                .containsEntry("traitgate.postgresql.username", "session");
    }

    @Test
    void whatIsPublishedIsRead() {
        // When
        TestTopics.publish(Topic.APPLICATION_SETTINGS, "shop", "{}".getBytes(StandardCharsets.UTF_8));
        TestTopics.publish(Topic.APPLICATION_SETTINGS, "shop", null);

        // Then
        assertThat(TestTopics.read(Topic.APPLICATION_SETTINGS))
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.key()).isEqualTo("shop"));
    }

    @Test
    void servicesAcceptTheCallerContext() throws Exception {
        // Given
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        // When
        Map<String, String> headers = SignedCaller.of("shop").headers("/v1/sessions", body);

        // Then
        CallerContext context = TestInstallation.shared()
                .keys("session")
                .callerContextVerifier(InstantSource.system())
                .verify(headers.getOrDefault(Headers.CALLER, ""), "POST", "/v1/sessions", body);
        assertThat(context.application()).isEqualTo("shop");
    }
}
