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
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The table `signing_key`: the exchange's own keys, each of one owner.
@Component
class KeyRows {

    /// Owns the keys that sign access tokens; any other owner is an organisation's code.
    static final String ACCESS_TOKENS = "access-tokens";

    private final JdbcClient database;
    private final TransactionOperations transactions;

    KeyRows(JdbcClient database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /// The one that signs last comes first.
    List<SigningKey> newestFirst(String owner) {
        return database.sql(
                        "select * from signing_key where owner = ? order by signs_from desc,"
                                + " created_at desc, kid")
                .param(owner)
                .query(KeyRows::key)
                .list();
    }

    /// Adds a key, unless one like it is there already, made by another instance.
    void addUnless(String owner, Predicate<SigningKey> there, Supplier<SigningKey> fresh) {
        transactions.executeWithoutResult(
                transaction -> {
                    database.sql("lock table signing_key in share row exclusive mode").update();
                    if (newestFirst(owner).stream().noneMatch(there)) {
                        add(owner, fresh.get());
                    }
                });
    }

    void removeOlderThan(String owner, Instant instant) {
        database.sql("delete from signing_key where owner = ? and created_at < ?")
                .param(owner)
                .param(instant.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Leaves only the public part of a key that signs no more.
    void forgetPrivatePart(SigningKey key) {
        database.sql("update signing_key set jwk = ? where kid = ?")
                .param(key.jwk().toPublicJWK().toJSONString())
                .param(key.jwk().getKeyID())
                .update();
    }

    private void add(String owner, SigningKey key) {
        database.sql(
                        "insert into signing_key (kid, owner, jwk, created_at, signs_from) values"
                                + " (?, ?, ?, ?, ?)")
                .param(key.jwk().getKeyID())
                .param(owner)
                .param(key.jwk().toJSONString())
                .param(key.createdAt().atOffset(ZoneOffset.UTC))
                .param(key.signsFrom().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static SigningKey key(ResultSet row, int number) throws SQLException {
        try {
            return new SigningKey(
                    JWK.parse(row.getString("jwk")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getObject("signs_from", OffsetDateTime.class).toInstant());
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "Table signing_key holds something that is not a JSON Web Key; delete its rows"
                            + " and new keys are made",
                    e);
        }
    }
}
