package org.ehcexchange.ledger.conversation;

import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.FactsOnRecord;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.children.ChildMatch;
import org.ehcexchange.ledger.children.ChildRows;
import org.ehcexchange.ledger.succession.CaseHolders;
import org.ehcexchange.timekeeping.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The conversations of the record: one row each, changed only under its lock.
@Component
public class ConversationRows {

    private static final String OPEN_CASE =
            """
            with opened as (
              insert into case_file (authority, case_reference, child_id, assessment_requested_on, opened_at)
              select :holder, :caseReference, cast(:child as bigint), cast(:requestedOn as date), :at
              where cast(:child as bigint) is not null and cast(:requestedOn as date) is not null
                and not exists (select 1 from case_file
                where authority = :holder and case_reference = :caseReference
                  and (:letGo or child_id is null or child_id = cast(:child as bigint)))),
            identified as (
              update case_file set child_id = coalesce(child_id, :child),
                assessment_requested_on = coalesce(assessment_requested_on, cast(:requestedOn as date))
              where authority = :holder and case_reference = :caseReference
                and (child_id is null or assessment_requested_on is null)
                and cast(:child as bigint) is not null and cast(:requestedOn as date) is not null)
            """;

    private static final String OPEN =
            """
            insert into conversation (id, kind, authority, adviser, case_reference, advice_type,
              child_id, state, revision, opened_at, changed_at, request_id)
            select :id, :kind, :authority, :adviser, cast(:caseReference as text), cast(:adviceType as text),
              cast(:child as bigint), :state, :revision, :at, :at, :requestId
            where not exists (select 1 from case_left
              where authority = cast(:holder as text) and case_reference = cast(:caseReference as text))
            on conflict (id) do update set kind = :kind, adviser = :adviser, case_reference = :caseReference,
              advice_type = :adviceType, child_id = :child, state = :state,
              changed_at = :at, request_id = :requestId
            where conversation.state = 'refused' and conversation.authority = :authority
            """;

    private static final String ONE =
            """
            select v.id, v.authority, v.adviser, v.kind, v.case_reference, v.request_id, v.state,
              v.revision, k.received_on, c.id as child, c.nhs_number, c.upn, c.family_name_key, c.date_of_birth,
              c.also, c.protected, %s
            from conversation v left join child c on c.id = v.child_id
              left join advice_clock k on k.conversation_id = v.id
            where v.id = :id
            """
                    .formatted(FactsOnRecord.COLUMN.formatted("v"));

    private static final String KNOWN =
            """
            and exists (select 1 from message m where m.conversation_id = v.id
             and m.message_id = :message and (m.recipient in (:sender) or m.sender in (:sender)))
            """;

    private static final String LOCKED = "for update of v";

    private static final RowMapper<Open> OPENED = (row, n) -> open(row);

    private final JdbcClient database;
    private final CaseHolders holders;

    ConversationRows(JdbcClient database, CaseHolders holders) {
        this.database = database;
        this.holders = holders;
    }

    /// A conversation as it stands.
    ///
    /// @param caseReference absent where it belongs to no case
    /// @param child absent while the request is held or refused
    /// @param receivedOn the day its clock started; absent until then
    public record Open(
            ConversationId id,
            OrganisationCode authority,
            OrganisationCode adviser,
            String kind,
            @Nullable CaseReference caseReference,
            UUID requestId,
            State state,
            int revision,
            ChildMatch.@Nullable Known child,
            @Nullable LocalDate receivedOn) {

        public boolean isAboutATransfer() {
            return kind.equals("plan-transfer");
        }

        public boolean isAbout(ConversationKind what) {
            return kind.equals(what.code());
        }

        /// @param from every body that the one side stands for
        /// @param to every body that the other side stands for
        public boolean isBetween(Set<OrganisationCode> from, Set<OrganisationCode> to) {
            return (from.contains(authority) && to.contains(adviser))
                    || (from.contains(adviser) && to.contains(authority));
        }
    }

    /// Opens a conversation, or opens a refused one anew; false when it is already open, or its
    /// case is history. The first request of a case that is accepted opens the case file, in the
    /// same statement: most are not the first, and pay a look at an index.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException when another transaction just opened
    /// the file, or made it another child's: whose case it is must be looked at again
    public boolean open(First first, Entry entry, @Nullable Long child) {
        AdviceType adviceType = first.adviceType();
        return file(OPEN_CASE + OPEN, first, child, entry.at())
                        .param("letGo", false)
                        .param("id", first.envelope().conversationId().value())
                        .param("kind", first.kind().code())
                        .param("adviser", first.envelope().to().value())
                        .param("adviceType", adviceType == null ? null : adviceType.code())
                        .param("state", entry.state().code())
                        .param("revision", entry.revision())
                        .param("requestId", first.envelope().messageId().value())
                        .update()
                == 1;
    }

    /// The case it belongs to, in whoever's name that is on record; empty where it belongs to none.
    public Optional<Subject.Case> caseOf(First first) {
        CaseReference reference = first.caseReference();
        return reference == null
                ? Optional.empty()
                : Optional.of(
                        new Subject.Case(
                                holders.one(first.envelope().from(), reference), reference));
    }

    /// What [#open] does for a case, for a request that a person lets go only now.
    public void openCase(First first, long child, Instant at) {
        file(OPEN_CASE + "select 1", first, child, at)
                .param("letGo", true)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec file(
            String sql, First first, @Nullable Long child, Instant at) {
        CaseReference reference = first.caseReference();
        return database.sql(sql)
                .param("authority", first.envelope().from().value())
                .param("holder", caseOf(first).map(own -> own.authority().value()).orElse(null))
                .param("caseReference", reference == null ? null : reference.value())
                .param("child", child)
                .param("requestedOn", first.assessmentRequestedOn())
                .param("at", Rows.time(at));
    }

    /// Locks the conversation for the rest of the transaction.
    public Optional<Open> lock(ConversationId id) {
        return database.sql(ONE + LOCKED).param("id", id.value()).query(OPENED).optional();
    }

    /// Locks the conversation of a reply; empty where what is answered neither went to nor came
    /// from one of the bodies that its sender stands for.
    public Optional<Open> lock(Envelope reply, Set<String> sender) {
        return database.sql(ONE + KNOWN + LOCKED)
                .param("id", reply.conversationId().value())
                .param("message", reply.inReplyTo() == null ? null : reply.inReplyTo().value())
                .param("sender", sender)
                .query(OPENED)
                .optional();
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                new ConversationId(row.getObject("id", UUID.class)),
                new OrganisationCode(row.getString("authority")),
                new OrganisationCode(row.getString("adviser")),
                row.getString("kind"),
                reference(row),
                row.getObject("request_id", UUID.class),
                State.of(row.getString("state")),
                row.getInt("revision"),
                child(row),
                row.getObject("received_on", LocalDate.class));
    }

    private static @Nullable CaseReference reference(ResultSet row) throws SQLException {
        String reference = row.getString("case_reference");
        return reference == null ? null : new CaseReference(reference);
    }

    private static ChildMatch.@Nullable Known child(ResultSet row) throws SQLException {
        long id = row.getLong("child");
        return row.wasNull() ? null : ChildRows.known(id, row);
    }

    public void move(Entry entry) {
        database.sql(
                        "update conversation set state = :state, revision = :revision, changed_at ="
                                + " :at where id = :id")
                .param("state", entry.state().code())
                .param("revision", entry.revision())
                .param("at", Rows.time(entry.at()))
                .param("id", entry.envelope().conversationId().value())
                .update();
    }

    public void identify(ConversationId id, long child) {
        database.sql("update conversation set child_id = :child where id = :id")
                .param("child", child)
                .param("id", id.value())
                .update();
    }
}
