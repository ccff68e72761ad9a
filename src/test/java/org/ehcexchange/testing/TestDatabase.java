package org.ehcexchange.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/// A real PostgreSQL with the exchange's own tables; one server a JVM, one empty database a call.
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static int databases;

    private TestDatabase() {}

    public static DataSource fresh() {
        DataSource database = empty();
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    /// With the tables as a version left them, for a test of what the next one makes of them.
    public static DataSource at(int version) {
        DataSource database = empty();
        Flyway.configure().dataSource(database).target(String.valueOf(version)).load().migrate();
        return database;
    }

    private static synchronized DataSource empty() {
        String name = "test" + ++databases;
        run("create database " + name);
        return SERVER.getDatabase("postgres", name);
    }

    public static JdbcClient freshClient() {
        return JdbcClient.create(fresh());
    }

    private static void run(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The test server refused: " + sql, e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
