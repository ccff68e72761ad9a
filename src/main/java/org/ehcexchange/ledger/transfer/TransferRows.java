package org.ehcexchange.ledger.transfer;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OpenRequests;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.FactsOnRecord;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.children.ChildMatch;
import org.ehcexchange.ledger.children.ChildRows;
import org.ehcexchange.ledger.conversation.State;
import org.ehcexchange.ledger.transfer.TransferMoves.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The transfers of the record: one row each beside its conversation's, changed only under that
/// one's lock.
@Component
class TransferRows {

    private static final String LOCK = "select 1 from conversation where id = :id for update";

    private static final String ONE =
            """
            select v.id, v.authority, v.adviser, v.state, v.revision, t.plan_reference, t.message_id,
              t.sha256, t.open_requests, t.received_on, t.made_or_reviewed_on, t.accepted_on,
              c.id as child, c.nhs_number, c.upn, c.family_name_key, c.date_of_birth, c.also, c.protected,
              %s
            from conversation v join plan_transfer t on t.conversation_id = v.id
              left join child c on c.id = v.child_id
            where v.id = :id
            """
                    .formatted(FactsOnRecord.COLUMN.formatted("v"));

    private final JdbcClient database;
    private final TransferSides sides;

    TransferRows(JdbcClient database, TransferSides sides) {
        this.database = database;
        this.sides = sides;
    }

    /// A transfer as it stands.
    ///
    /// @param message the plan as it was sent last
    /// @param sha256 of that message's canonical bytes
    /// @param child absent while the transfer is held or refused
    /// @param receivedOn absent until the new authority's exchange has the plan whole
    /// @param acceptedOn absent until a person there accepted it
    record Open(
            ConversationId id,
            Side side,
            OrganisationCode old,
            OrganisationCode successor,
            State state,
            int revision,
            String planReference,
            MessageId message,
            String sha256,
            OpenRequests openRequests,
            ChildMatch.@Nullable Known child,
            LocalDate madeOrReviewedOn,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate acceptedOn) {

        boolean isProtected() {
            return child != null && child.protectedRecord();
        }
    }

    /// Locks the conversation for the rest of the transaction.
    ///
    /// In a statement of its own: one that had to wait for its lock would see the conversation as
    /// it has become, and beside it the child that it had before, which may be none.
    Optional<Open> lock(ConversationId id) {
        database.sql(LOCK).param("id", id.value()).query(Integer.class).optional();
        return database.sql(ONE).param("id", id.value()).query((row, n) -> open(row)).optional();
    }

    private Open open(ResultSet row) throws SQLException {
        OrganisationCode old = new OrganisationCode(row.getString("authority"));
        OrganisationCode successor = new OrganisationCode(row.getString("adviser"));
        long child = row.getLong("child");
        return new Open(
                new ConversationId(row.getObject("id", UUID.class)),
                sides.of(old, successor),
                old,
                successor,
                State.of(row.getString("state")),
                row.getInt("revision"),
                row.getString("plan_reference"),
                new MessageId(row.getObject("message_id", UUID.class)),
                row.getString("sha256"),
                Code.find(OpenRequests.class, row.getString("open_requests")).orElseThrow(),
                child == 0 ? null : ChildRows.known(child, row),
                row.getObject("made_or_reviewed_on", LocalDate.class),
                row.getObject("received_on", LocalDate.class),
                row.getObject("accepted_on", LocalDate.class));
    }

    /// The day of transfer is the day of the first receipt, even where that comes after the
    /// acceptance.
    void received(ConversationId id, LocalDate on) {
        database.sql(
                        """
                        update plan_transfer set received_on = :on,
                          transferred_on = case when transferred_on is not null then :on end
                        where conversation_id = :id and received_on is null
                        """)
                .param("on", on)
                .param("id", id.value())
                .update();
    }

    void accepted(Open open, LocalDate acceptedOn, LocalDate transferredOn) {
        database.sql(
                        """
                        update plan_transfer set accepted_on = :acceptedOn, transferred_on = :transferredOn
                        where conversation_id = :id
                        """)
                .param("acceptedOn", acceptedOn)
                .param("transferredOn", transferredOn)
                .param("id", open.id().value())
                .update();
        cameBack(open);
    }

    /// A plan that was sent away and comes back may be sent away again.
    private void cameBack(Open open) {
        database.sql(
                        """
                        update plan_transfer set over = true where old_authority = :new
                          and plan_reference = :plan and transferred_on is not null and not over
                        """)
                .param("new", open.successor().value())
                .param("plan", open.planReference())
                .update();
    }

    /// It never left, or never will: the plan may be sent elsewhere.
    void over(ConversationId id) {
        database.sql("update plan_transfer set over = true where conversation_id = :id")
                .param("id", id.value())
                .update();
    }

    void move(ConversationId id, State next, Instant at) {
        database.sql(
                        """
                        update conversation set state = :next, revision = revision + 1, changed_at = :at
                        where id = :id
                        """)
                .param("next", next.code())
                .param("at", Rows.time(at))
                .param("id", id.value())
                .update();
    }

    /// Those whose day has come, locked; another instance's are left to it.
    List<ConversationId> dueToLeave(LocalDate today, int most) {
        return database.sql(
                        """
                        select v.id from conversation v join plan_transfer t on t.conversation_id = v.id
                        where v.state = 'held-for-the-day' and t.send_on <= :today
                        order by v.id limit :most for update of v skip locked
                        """)
                .param("today", today)
                .param("most", most)
                .query((row, n) -> new ConversationId(row.getObject(1, UUID.class)))
                .list();
    }
}
