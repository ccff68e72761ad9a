package org.ehcexchange.ledger.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Current;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

/// A succession is noted once in each open conversation of the closed body.
class TakeoversTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient client = JdbcClient.create(database);
    private final Takeovers takeovers = takeovers();
    private SingleConnectionDataSource other;

    private Takeovers takeovers() {
        Rows rows = new Rows(new ObjectMapper());
        return new Takeovers(
                client,
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                new Audit(client, rows, () -> NOW));
    }

    @BeforeEach
    void open() throws SQLException {
        other = new SingleConnectionDataSource(database.getConnection(), true);
        client.sql(
                        """
                        insert into conversation (id, kind, authority, adviser, state, revision, opened_at,
                          changed_at, request_id)
                        select gen_random_uuid(), 'advice', 'LA:998', adviser, state, 1, now(), now(),
                          gen_random_uuid()
                        from (values ('ODS:RA1', 'requested'), ('ODS:RA1', 'returned'),
                          ('ODS:RB1', 'requested')) v (adviser, state)
                        """)
                .update();
    }

    @AfterEach
    void close() {
        other.destroy();
    }

    @Test
    void areSaidOnceInEachOpenConversationOfTheClosedBody() {
        takeovers.note(succeeded(), NOW);
        takeovers.note(succeeded(), NOW.plusSeconds(1));
        takeovers().note(succeeded(), NOW.plusSeconds(2));

        assertThat(said()).isOne();
        assertThat(shown()).isOne();
    }

    @Test
    void areNotSaidWhereTheAnswerIsJustBeingTaken() throws SQLException {
        other.getConnection().setAutoCommit(false);
        JdbcClient.create(other)
                .sql("update conversation set state = 'returned' where adviser = 'ODS:RA1'")
                .update();
        CompletableFuture<Void> noting =
                CompletableFuture.runAsync(() -> takeovers.note(succeeded(), NOW));
        await().until(this::somebodyWaits);
        other.getConnection().commit();
        noting.join();

        assertThat(said()).isZero();
        assertThat(shown()).isZero();
    }

    private boolean somebodyWaits() {
        return client.sql("select count(*) > 0 from pg_locks where not granted")
                .query(Boolean.class)
                .single();
    }

    private long said() {
        return client.sql("select count(*) from audit where act = 'redirected'")
                .query(Long.class)
                .single();
    }

    private long shown() {
        return client.sql("select count(*) from conversation where changed_at = :now")
                .param("now", Rows.time(NOW))
                .query(Long.class)
                .single();
    }

    private static Current.Succeeded succeeded() {
        return new Current.Succeeded(
                body("ODS:RM1", null), List.of(body("ODS:RA1", LocalDate.of(2024, 1, 1))));
    }

    private static Organisation body(String code, LocalDate closesOn) {
        return new Organisation(
                new OrganisationCode(code),
                code,
                Set.of(Role.HEALTH_PROVIDER),
                null,
                null,
                closesOn,
                List.of(),
                null,
                null);
    }
}
