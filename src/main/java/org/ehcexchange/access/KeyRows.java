package org.ehcexchange.access;

import com.nimbusds.jose.jwk.JWK;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;

/// The table `signing_key`.
@Component
class KeyRows {

    private final JdbcClient database;
    private final TransactionOperations transactions;

    KeyRows(JdbcClient database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    List<SigningKey> newestFirst() {
        return database.sql("select * from signing_key order by created_at desc, kid")
                .query(KeyRows::key)
                .list();
    }

    /// Adds a key, unless another instance added one since `instant`.
    void addUnlessNewerThan(Instant instant, Supplier<SigningKey> fresh) {
        transactions.executeWithoutResult(
                transaction -> {
                    database.sql("lock table signing_key in share row exclusive mode").update();
                    if (newestFirst().stream().noneMatch(k -> k.createdAt().isAfter(instant))) {
                        add(fresh.get());
                    }
                });
    }

    void removeOlderThan(Instant instant) {
        database.sql("delete from signing_key where created_at < ?")
                .param(instant.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void add(SigningKey key) {
        database.sql("insert into signing_key (kid, jwk, created_at) values (?, ?, ?)")
                .param(key.jwk().getKeyID())
                .param(key.jwk().toJSONString())
                .param(key.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static SigningKey key(ResultSet row, int number) throws SQLException {
        try {
            return new SigningKey(
                    JWK.parse(row.getString("jwk")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant());
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "Table signing_key holds something that is not a JSON Web Key; delete its rows"
                            + " and new keys are made",
                    e);
        }
    }
}
