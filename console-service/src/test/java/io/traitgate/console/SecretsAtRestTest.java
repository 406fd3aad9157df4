package io.traitgate.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.traitgate.console.AdminApi.Issued;
import io.traitgate.contract.topic.Topic;
import io.traitgate.testkit.TestTopics;
import io.traitgate.testkit.WithLocalStores;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever reads a dump of the database or of the topics finds no secret, in whatever spelling. */
@QuarkusTest
@WithLocalStores(service = "console")
final class SecretsAtRestTest {

    private static final String IMPORTED = "a secret of an imported pair";

    @Inject
    Pool pool;

    @Test
    void noTableAndNoTopic_holdsASecretInTheClear() {
        Issued issued = AdminApi.create();
        Issued rotated = Issued.of(AdminApi.asAdmin().post("/admin/keys/{key}/rotate", issued.apiKey()));
        AdminApi.post(
                        "/admin/applications/import",
                        Map.of("name", AdminApi.freshName(), "apiKey", "at-rest", "secret", IMPORTED))
                .then()
                .statusCode(201);
        List<String> secrets = new ArrayList<>();
        for (String secret : List.of(issued.secret(), rotated.secret(), IMPORTED, AdminApi.token())) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            secrets.add(secret);
            secrets.add(HexFormat.of().formatHex(bytes));
            secrets.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        }

        List<String> stored = new ArrayList<>(rows());
        for (Topic topic : List.of(Topic.APPLICATION_KEYS, Topic.APPLICATION_SETTINGS, Topic.EVENTS)) {
            TestTopics.read(topic).forEach(message -> {
                byte[] value = message.value() == null ? new byte[0] : message.value();
                stored.add(new String(value, StandardCharsets.ISO_8859_1));
                stored.add(message.key());
            });
        }

        assertThat(stored).anySatisfy(text -> assertThat(text).contains(issued.apiKey()));
        assertThat(stored).allSatisfy(text -> assertThat(text).doesNotContain(secrets));
    }

    /** Every row of every table as text; byte arrays appear in hex. */
    private List<String> rows() {
        List<String> tables = texts("SELECT table_name FROM information_schema.tables WHERE table_schema = 'console'");
        assertThat(tables).contains("application", "api_key", "setting", "outbox", "event");
        return tables.stream()
                .flatMap(table -> texts("SELECT t::text FROM \"" + table + "\" t").stream())
                .toList();
    }

    private List<String> texts(String query) {
        List<String> texts = new ArrayList<>();
        pool.query(query).execute().await().indefinitely().forEach(row -> texts.add(row.getString(0)));
        return texts;
    }
}
