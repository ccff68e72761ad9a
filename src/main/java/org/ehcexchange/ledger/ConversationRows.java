package org.ehcexchange.ledger;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;
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
class ConversationRows {

    private static final String OPEN_CASE =
            """
            with opened as (
              insert into case_file (authority, case_reference, child_id, assessment_requested_on, opened_at)
              select :authority, :caseReference, cast(:child as bigint), :requestedOn, :at
              where cast(:child as bigint) is not null and not exists (select 1 from case_file
                where authority = :authority and case_reference = :caseReference)
              on conflict do nothing),
            identified as (
              update case_file set child_id = :child,
                assessment_requested_on = coalesce(assessment_requested_on, :requestedOn)
              where authority = :authority and case_reference = :caseReference
                and child_id is null and cast(:child as bigint) is not null)
            """;

    private final JdbcClient database;

    ConversationRows(JdbcClient database) {
        this.database = database;
    }

    /// A conversation as it stands.
    ///
    /// @param child absent while the request is held or refused
    /// @param receivedOn the day its clock started; absent until then
    record Open(
            ConversationId id,
            OrganisationCode authority,
            OrganisationCode adviser,
            String kind,
            CaseReference caseReference,
            UUID requestId,
            State state,
            int revision,
            ChildMatch.@Nullable Known child,
            @Nullable LocalDate receivedOn) {

        boolean isAboutAdvice() {
            return kind.equals("advice");
        }

        /// @param from every body that the one side stands for
        /// @param to every body that the other side stands for
        boolean isBetween(Set<OrganisationCode> from, Set<OrganisationCode> to) {
            return (from.contains(authority) && to.contains(adviser))
                    || (from.contains(adviser) && to.contains(authority));
        }
    }

    /// Opens a conversation, or opens a refused one anew; false when it is already open. The first
    /// of a case that is accepted opens the case file, in the same statement: most are not the
    /// first, and pay a look at an index.
    boolean open(AdviceRequest request, Entry entry, @Nullable Long child) {
        Envelope envelope = request.envelope();
        return database.sql(
                                OPEN_CASE
                                        + """
                                        insert into conversation (id, authority, adviser, case_reference, advice_type,
                                          child_id, state, revision, opened_at, changed_at, request_id)
                                        values (:id, :authority, :adviser, :caseReference, :adviceType,
                                          :child, :state, :revision, :at, :at, :requestId)
                                        on conflict (id) do update set adviser = :adviser, case_reference = :caseReference,
                                          advice_type = :adviceType, child_id = :child, state = :state,
                                          changed_at = :at, request_id = :requestId
                                        where conversation.state = 'refused' and conversation.authority = :authority
                                        """)
                        .param("id", envelope.conversationId().value())
                        .param("authority", envelope.from().value())
                        .param("adviser", envelope.to().value())
                        .param("caseReference", request.caseReference().value())
                        .param("adviceType", request.adviceType().code())
                        .param("child", child)
                        .param("state", entry.state().code())
                        .param("revision", entry.revision())
                        .param("requestedOn", request.assessmentRequestedOn())
                        .param("at", Rows.time(entry.at()))
                        .param("requestId", envelope.messageId().value())
                        .update()
                == 1;
    }

    /// Locks the conversation for the rest of the transaction.
    Optional<Open> lock(ConversationId id) {
        return database.sql(
                        """
                        select v.id, v.authority, v.adviser, v.kind, v.case_reference, v.request_id, v.state,
                          v.revision, k.received_on, c.id as child, c.nhs_number, c.upn, c.family_name_key, c.date_of_birth,
                          c.also, c.protected
                        from conversation v left join child c on c.id = v.child_id
                          left join advice_clock k on k.conversation_id = v.id
                        where v.id = :id for update of v
                        """)
                .param("id", id.value())
                .query((row, n) -> open(row))
                .optional();
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                new ConversationId(row.getObject("id", UUID.class)),
                new OrganisationCode(row.getString("authority")),
                new OrganisationCode(row.getString("adviser")),
                row.getString("kind"),
                new CaseReference(row.getString("case_reference")),
                row.getObject("request_id", UUID.class),
                State.of(row.getString("state")),
                row.getInt("revision"),
                child(row),
                row.getObject("received_on", LocalDate.class));
    }

    private static ChildMatch.@Nullable Known child(ResultSet row) throws SQLException {
        long id = row.getLong("child");
        return row.wasNull() ? null : ChildRows.known(id, row);
    }

    void move(Entry entry) {
        database.sql(
                        "update conversation set state = :state, revision = :revision, changed_at ="
                                + " :at where id = :id")
                .param("state", entry.state().code())
                .param("revision", entry.revision())
                .param("at", Rows.time(entry.at()))
                .param("id", entry.envelope().conversationId().value())
                .update();
    }

    void identify(ConversationId id, long child) {
        database.sql("update conversation set child_id = :child where id = :id")
                .param("child", child)
                .param("id", id.value())
                .update();
    }

    /// What [#open] does for a case, for a request that a person lets go only now.
    void openCase(AdviceRequest request, long child, Instant at) {
        database.sql(OPEN_CASE + " select 1")
                .param("authority", request.envelope().from().value())
                .param("caseReference", request.caseReference().value())
                .param("child", child)
                .param("requestedOn", request.assessmentRequestedOn())
                .param("at", Rows.time(at))
                .query(Integer.class)
                .single();
    }
}
