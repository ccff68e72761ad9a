package org.ehcexchange.worktray;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Person;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Who is to write what was asked of a body.
///
/// A note within the body: nothing is sent to anybody by it, and the body stays the one that was
/// asked.
@Component
public class HandOuts {

    private static final int MOST = 100;

    private final JdbcClient database;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    HandOuts(
            JdbcClient database,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    /// @param colleague what they sign in with; absent where it went beyond the body
    /// @param provider who it went to beyond the body; absent where it went to a colleague
    public record HandOut(
            @Nullable String colleague,
            @Nullable String provider,
            @Nullable String note,
            String by,
            Instant at) {

        @Override
        public String toString() {
            return "HandOut[not shown]";
        }
    }

    /// The latest first.
    public List<HandOut> of(OrganisationCode owner, ConversationId id) {
        return database.sql(
                        """
                        select colleague, provider, note, handed_by, handed_at from worktray_hand_out
                        where owner = :owner and conversation_id = :id order by id desc limit :most
                        """)
                .param("owner", owner.value())
                .param("id", id.value())
                .param("most", MOST)
                .query((row, n) -> handOut(row))
                .list();
    }

    /// The latest of each of a body's requests.
    public Map<ConversationId, HandOut> latest(OrganisationCode owner) {
        Map<ConversationId, HandOut> latest = new HashMap<>();
        database.sql(
                        """
                        select distinct on (conversation_id) * from worktray_hand_out
                        where owner = :owner order by conversation_id, id desc
                        """)
                .param("owner", owner.value())
                .query(
                        row -> {
                            latest.put(
                                    new ConversationId(
                                            row.getObject("conversation_id", UUID.class)),
                                    handOut(row));
                        });
        return latest;
    }

    public void toColleague(Asked asked, Person by, Person colleague, @Nullable String note) {
        transaction.executeWithoutResult(
                status -> {
                    add(asked, by, new Where(colleague.signIn(), null, note));
                    events.publishEvent(HandedOut.of(asked, by, colleague, clock.instant()));
                });
    }

    /// @param provider in words, such as a practice or a therapist's service
    public void toProvider(Asked asked, Person by, String provider, @Nullable String note) {
        transaction.executeWithoutResult(status -> add(asked, by, new Where(null, provider, note)));
    }

    private record Where(
            @Nullable String colleague, @Nullable String provider, @Nullable String note) {}

    private void add(Asked asked, Person by, Where where) {
        ConversationId id = asked.conversation().summary().id();
        database.sql(
                        """
                        insert into worktray_hand_out
                          (conversation_id, owner, colleague, provider, note, handed_by, handed_at)
                        values (:id, :owner, :colleague, :provider, :note, :by, :now)
                        """)
                .param("id", id.value())
                .param("owner", asked.body().value())
                .param("colleague", where.colleague())
                .param("provider", where.provider())
                .param("note", where.note())
                .param("by", by.signIn())
                .param("now", Rows.time(clock.instant()))
                .update();
        String colleague = where.colleague();
        audit.add(
                new Audit.Act(
                        asked.body().value(),
                        "handed-out",
                        null,
                        id,
                        Map.of(
                                "person",
                                by.signIn(),
                                "to",
                                colleague == null ? "a provider" : colleague)));
    }

    private static HandOut handOut(ResultSet row) throws SQLException {
        return new HandOut(
                row.getString("colleague"),
                row.getString("provider"),
                row.getString("note"),
                row.getString("handed_by"),
                row.getObject("handed_at", OffsetDateTime.class).toInstant());
    }
}
