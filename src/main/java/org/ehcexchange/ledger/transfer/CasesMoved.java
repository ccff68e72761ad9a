package org.ehcexchange.ledger.transfer;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.OpenRequests;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.casesleft.CasesLeft;
import org.ehcexchange.ledger.casesleft.CasesLeft.How;
import org.ehcexchange.ledger.casesleft.CasesLeft.Left;
import org.ehcexchange.ledger.succession.Parties;
import org.ehcexchange.timekeeping.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What becomes of a child's cases when the plan moves: the old authority's are history, and the
/// new one has a case to put on record in what it does.
@Component
class CasesMoved {

    private static final String OF_CHILD =
            """
            select authority, case_reference from case_file
            where authority in (:old) and child_id = :child order by authority, case_reference
            """;

    /// Not where the reference is that of another child: two authorities may count alike.
    private static final String COME =
            """
            insert into case_file (authority, case_reference, child_id, opened_at)
            values (:new, :reference, :child, :at)
            on conflict (authority, case_reference) do update set state = 'open', child_id = :child
            where case_file.child_id is null or case_file.child_id = :child
            returning case_reference
            """;

    private static final String IS_BACK =
            "delete from case_left where authority = :new and case_reference = :reference";

    private final JdbcClient database;
    private final CasesLeft left;
    private final Parties parties;

    CasesMoved(JdbcClient database, CasesLeft left, Parties parties) {
        this.database = database;
        this.left = left;
        this.parties = parties;
    }

    /// The old authority's cases of the child, in its own name or that of one it took over from.
    List<Subject.Case> ofOld(TransferRows.Open open) {
        return database.sql(OF_CHILD)
                .param("old", parties.of(parties.today(open.old().value())))
                .param("child", child(open))
                .query(
                        (row, n) ->
                                new Subject.Case(
                                        new OrganisationCode(row.getString(1)),
                                        new CaseReference(row.getString(2))))
                .list();
    }

    /// The old authority's cases become history.
    ///
    /// Of a protected child nobody is told where it went, whatever was chosen.
    void leave(TransferRows.Open open, LocalDate on) {
        OpenRequests requests = open.isProtected() ? OpenRequests.WITHDRAW : open.openRequests();
        Left how = new Left(How.TRANSFERRED, on, open.successor(), requests);
        ofOld(open).forEach(subject -> left.leave(subject, how));
    }

    /// Opens the new authority's case, or opens it anew for a plan that comes back.
    ///
    /// @return the plan's reference, or the conversation's id where another child has that
    Subject.Case come(TransferRows.Open open, Instant at) {
        String reference =
                come(open, open.planReference(), at)
                        .or(() -> come(open, open.id().value().toString(), at))
                        .orElseThrow();
        return new Subject.Case(open.successor(), new CaseReference(reference));
    }

    private Optional<String> come(TransferRows.Open open, String reference, Instant at) {
        Optional<String> opened =
                database.sql(COME)
                        .param("new", open.successor().value())
                        .param("reference", reference)
                        .param("child", child(open))
                        .param("at", Rows.time(at))
                        .query(String.class)
                        .optional();
        opened.ifPresent(
                taken ->
                        database.sql(IS_BACK)
                                .param("new", open.successor().value())
                                .param("reference", taken)
                                .update());
        return opened;
    }

    private static long child(TransferRows.Open open) {
        return Objects.requireNonNull(open.child()).id();
    }
}
