package org.ehcexchange.agency.authority;

import com.nimbusds.jose.jwk.ECKey;

import org.ehcexchange.access.SealingKeys;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.sealing.PinnedKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What proves a conversation, read one message at a time: together they may be large.
@Component
class EvidenceRows {

    /// What was sealed here and what came in sealed, in the order in which it passed.
    private static final String SEALED =
            """
            select sha256, sender, message_id, true as own, sealed_at as at from sealed_message
            where conversation_id = :id
            union all
            select sha256, sender, message_id, false, accepted_at from message
            where conversation_id = :id and door = 'sealed' and state <> 'refused'
            order by at, sha256
            """;

    private final JdbcClient database;

    EvidenceRows(JdbcClient database) {
        this.database = database;
    }

    /// @param own sealed here; else it came in
    record Sealed(String sha256, String sender, UUID messageId, boolean own) {}

    record Key(OrganisationCode organisation, PinnedKey key) {}

    List<Sealed> sealed(ConversationId conversation) {
        return database.sql(SEALED)
                .param("id", conversation.value())
                .query(
                        (row, n) ->
                                new Sealed(
                                        row.getString("sha256"),
                                        row.getString("sender"),
                                        row.getObject("message_id", UUID.class),
                                        row.getBoolean("own")))
                .list();
    }

    byte[] bytes(Sealed sealed) {
        String own = "select jws from sealed_message where sha256 = :sha256";
        String others =
                "select original from message where sender = :sender and message_id = :id and"
                        + " sha256 = :sha256";
        return database.sql(sealed.own() ? own : others)
                .param("sha256", sealed.sha256())
                .param("sender", sealed.sender())
                .param("id", sealed.messageId())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    /// The receipt for exactly this sealing.
    Optional<byte[]> receipt(Sealed sealed) {
        return database.sql(
                        "select jws from sealed_receipt where sender = :sender and message_id = :id"
                                + " and sealed_sha256 = :sha256")
                .param("sender", sealed.sender())
                .param("id", sealed.messageId())
                .param("sha256", sealed.sha256())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /// The exchange's own keys, and those that the other party proved something with here.
    List<Key> keys(SealingKeys own, List<OrganisationCode> parties) {
        List<Key> keys = new ArrayList<>();
        own.all().stream()
                .filter(key -> key.state() != SealingKeys.State.ANNOUNCED)
                .forEach(key -> keys.add(new Key(own.owner(), pinned(key))));
        parties.stream()
                .filter(party -> !party.equals(own.owner()))
                .forEach(party -> keys.addAll(keysOf(party)));
        return keys;
    }

    private static PinnedKey pinned(SealingKeys.Key key) {
        return new PinnedKey(key.jwk(), key.createdAt().truncatedTo(ChronoUnit.SECONDS), null);
    }

    private List<Key> keysOf(OrganisationCode party) {
        return database.sql(
                        "select * from partner_key where organisation = :party order by seen_at,"
                                + " kid")
                .param("party", party.value())
                .query((row, n) -> new Key(party, pinned(row)))
                .list();
    }

    private static PinnedKey pinned(ResultSet row) throws SQLException {
        try {
            return new PinnedKey(
                    ECKey.parse(row.getString("jwk")),
                    instant(row, "valid_from"),
                    instant(row, "valid_until"));
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "Table partner_key holds something that is no key; restore it from the backup",
                    e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
