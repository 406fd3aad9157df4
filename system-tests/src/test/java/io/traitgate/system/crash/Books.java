package io.traitgate.system.crash;

import io.traitgate.keys.PersonHash;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.system.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What face-service's tables say about enrolments, read as PostgreSQL's superuser and not over the line that the tests break.
 * No door of the API tells how many enrolments a template is made of.
 */
final class Books {
    private static final String APPLICATION = "demo";
    private static final String ENROLMENTS = "SELECT person, count(*) FROM face.enrolment_inbox GROUP BY person";
    private static final String SAMPLES = "SELECT person, count(*) FROM face.sample GROUP BY person";
    private static final int POSTGRESQL = 20;
    private static final int SAMPLES_KEPT = 20;

    private final String url;
    private final Properties login = new Properties();
    private final PersonHash hash;

    Books(House house) {
        this.url = "jdbc:postgresql://127.0.0.1:" + (house.port() + POSTGRESQL) + "/traitgate";
        Path keys = house.home().resolve("keys");
        this.hash =
                ServiceKeys.load(keys.resolve("face"), keys.resolve("bundle")).personHash();
        try {
            login.put("user", "postgres");
            login.put("password", Files.readString(house.home().resolve("data/postgresql-password")));
            login.put("loginTimeout", "5");
            login.put("socketTimeout", "5");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many enrolments each of the users' templates was made of. */
    Map<String, Integer> enrolments(Iterable<String> users) {
        return byUser(users, ENROLMENTS);
    }

    /** Users whose kept samples are not one for each enrolment, with both numbers; nothing may be written meanwhile. */
    List<String> disagreements(Iterable<String> users) {
        Map<String, Integer> enrolments = byUser(users, ENROLMENTS);
        Map<String, Integer> samples = byUser(users, SAMPLES);
        return enrolments.entrySet().stream()
                .filter(entry -> samples.getOrDefault(entry.getKey(), 0) != Math.min(entry.getValue(), SAMPLES_KEPT))
                .map(entry -> entry.getKey() + " has " + entry.getValue() + " enrolments and "
                        + samples.getOrDefault(entry.getKey(), 0) + " samples")
                .toList();
    }

    private Map<String, Integer> byUser(Iterable<String> users, String query) {
        Map<String, Integer> byPerson = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(url, login);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                byPerson.put(rows.getString(1), rows.getInt(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL cannot be read", e);
        }
        Map<String, Integer> byUser = new HashMap<>();
        users.forEach(user -> byUser.put(
                user, byPerson.getOrDefault(hash.of(APPLICATION, user).value(), 0)));
        return byUser;
    }
}
