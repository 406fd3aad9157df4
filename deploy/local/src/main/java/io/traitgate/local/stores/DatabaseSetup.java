package io.traitgate.local.stores;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.postgresql.util.PasswordUtil;

/**
 * Gives every service a role and a schema of the same name in one database, and keeps the services out of each other's
 * schema. Passwords are random, drawn anew at each run, and reach the server only as SCRAM verifiers.
 */
public final class DatabaseSetup {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}");

    private final PostgreSqlAccess access;
    private final String database;

    /**
     * @param access a role that may create databases and roles
     * @param database the database of TraitGate, created if it is missing
     */
    public DatabaseSetup(PostgreSqlAccess access, String database) {
        this.access = access;
        this.database = checked(database);
    }

    /**
     * Creates what is missing and sets new passwords.
     *
     * @return the way in of each service
     */
    public ServiceRoles prepare(List<String> services) {
        try {
            createDatabase();
            PostgreSqlAccess inside = access.withDatabase(database);
            Map<String, PostgreSqlAccess> prepared = new TreeMap<>();
            try (Connection connection = connect(inside)) {
                execute(connection, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
                execute(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
                for (String service : services) {
                    String password = prepare(connection, checked(service));
                    prepared.put(
                            service, new PostgreSqlAccess(access.host(), access.port(), database, service, password));
                }
            }
            return new ServiceRoles(prepared);
        } catch (SQLException e) {
            throw new StoreException("cannot prepare PostgreSQL at " + access + ": " + e.getMessage(), e);
        }
    }

    private String prepare(Connection connection, String service) throws SQLException {
        String password = RandomSecret.create();
        String verifier = PasswordUtil.encodeScramSha256(password.toCharArray());
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", service)) {
            execute(connection, "CREATE ROLE " + service);
        }
        execute(connection, "ALTER ROLE " + service + " LOGIN PASSWORD '" + verifier + "'");
        execute(connection, "GRANT " + service + " TO CURRENT_USER");
        execute(connection, "GRANT CONNECT, TEMPORARY ON DATABASE " + database + " TO " + service);
        execute(connection, "CREATE SCHEMA IF NOT EXISTS " + service + " AUTHORIZATION " + service);
        execute(connection, "ALTER ROLE " + service + " IN DATABASE " + database + " SET search_path = " + service);
        return password;
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = connect(access)) {
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                execute(connection, "CREATE DATABASE " + database);
            }
        }
    }

    private static Connection connect(PostgreSqlAccess access) throws SQLException {
        return DriverManager.getConnection(access.jdbcUrl(), access.username(), access.password());
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Names go into SQL as they are, so they are held to letters, digits and underscores. */
    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new StoreException("not a name for a role, schema or database: " + name);
        }
        return name;
    }
}
