package io.traitgate.local.stores;

/** Where a PostgreSQL listens, and a role there that may create roles and schemas in the database. */
public record PostgreSqlAccess(String host, int port, String database, String username, String password) {
    /** The address for JDBC, without credentials. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    PostgreSqlAccess withDatabase(String other) {
        return new PostgreSqlAccess(host, port, other, username, password);
    }

    @Override
    public String toString() {
        return username + "@" + host + ":" + port + "/" + database;
    }
}
