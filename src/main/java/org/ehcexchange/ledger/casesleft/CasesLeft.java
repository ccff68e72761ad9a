package org.ehcexchange.ledger.casesleft;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.OpenRequests;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.succession.Parties;
import org.ehcexchange.timekeeping.Subject;
import org.ehcexchange.timekeeping.Timekeeper;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// Cases that are history because the child moved to another authority: nothing more is owed in
/// them, asked in them or added to them.
@Component
public class CasesLeft {

    private static final String LEAVE =
            """
            with closed as (
              update case_file set state = 'closed'
              where authority = :authority and case_reference = :reference)
            insert into case_left (authority, case_reference, how, left_on, successor, open_requests)
            values (:authority, :reference, :how, :on, cast(:successor as text), :openRequests)
            on conflict do nothing
            """;

    private final JdbcClient database;
    private final Parties parties;
    private final Timekeeper timekeeper;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    CasesLeft(
            JdbcClient database,
            Parties parties,
            Timekeeper timekeeper,
            Audit audit,
            ApplicationEventPublisher events) {
        this.database = database;
        this.parties = parties;
        this.timekeeper = timekeeper;
        this.audit = audit;
        this.events = events;
    }

    /// Why a case is left.
    public enum How implements Code {
        /// Its plan went to the new authority (SEND Regulations 2014, reg. 15(2)).
        TRANSFERRED,
        /// The child moved before there was a plan: nothing goes along by right.
        EXPORTED
    }

    /// @param successor the new authority; absent where nobody said which
    /// @param requests what becomes of what is still asked
    public record Left(
            How how, LocalDate on, @Nullable OrganisationCode successor, OpenRequests requests) {

        /// In the middle of a sentence.
        String why() {
            return switch (how) {
                case TRANSFERRED ->
                        "its plan was transferred%s on %s (SEND Regulations 2014, reg. 15(2))"
                                .formatted(successor == null ? "" : " to " + successor, on);
                case EXPORTED ->
                        "the child moved to another area on %s, before there was a plan"
                                .formatted(on);
            };
        }
    }

    /// A case was left; published once that is committed.
    public record CaseLeft() {}

    /// The authority put on record that the child moved. Whoever asks for advice from then on is
    /// the new authority.
    public void left(Subject.Case subject, How how, LocalDate on) {
        leave(subject, new Left(how, on, null, OpenRequests.WITHDRAW));
    }

    /// Closes the case, stops what the authority still owes in it, and has what it still asks taken
    /// back; the same again changes nothing.
    public void leave(Subject.Case subject, Left left) {
        if (write(subject, left)) {
            timekeeper
                    .of(subject)
                    .forEach(clock -> timekeeper.stop(subject, clock.rule(), left.on()));
            audit.add(act(subject, left));
            tellOnceCommitted();
        }
    }

    private void tellOnceCommitted() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        events.publishEvent(new CaseLeft());
                    }
                });
    }

    private boolean write(Subject.Case subject, Left left) {
        return ask(LEAVE, subject)
                        .param("how", left.how().code())
                        .param("on", left.on())
                        .param(
                                "successor",
                                left.successor() == null ? null : left.successor().value())
                        .param("openRequests", left.requests().code())
                        .update()
                == 1;
    }

    private static Audit.Act act(Subject.Case subject, Left left) {
        return new Audit.Act(
                "exchange",
                "case-left",
                null,
                null,
                Map.of(
                        "authority",
                        subject.authority().value(),
                        "case",
                        subject.caseReference().value(),
                        "reason",
                        "the case is history: " + left.why()));
    }

    Optional<Left> find(Subject.Case subject) {
        return ask(
                        "select how, left_on, successor, open_requests from case_left"
                                + " where authority = :authority and case_reference = :reference",
                        subject)
                .query((row, n) -> read(row))
                .optional();
    }

    static Left read(ResultSet row) throws SQLException {
        String successor = row.getString("successor");
        return new Left(
                Code.find(How.class, row.getString("how")).orElseThrow(),
                row.getObject("left_on", LocalDate.class),
                successor == null ? null : new OrganisationCode(successor),
                Code.find(OpenRequests.class, row.getString("open_requests")).orElseThrow());
    }

    /// Why nothing can be added to a case; empty while it is not history.
    public Optional<Violation> history(Subject.Case subject, String pointer) {
        return find(subject)
                .map(
                        left ->
                                new Violation(
                                        pointer,
                                        "This case is history: " + left.why() + ".",
                                        "Read it; whatever is new about the child belongs to a case"
                                                + " with a reference of its own."));
    }

    /// Why the authority gives nobody a copy of a plan: it is another authority's by now.
    public Optional<Violation> history(PlanCopy copy) {
        return database.sql(
                        """
                        select new_authority, transferred_on from plan_transfer where old_authority in (:old)
                          and plan_reference = :plan and not over and transferred_on is not null
                        """)
                .param("old", parties.of(copy.envelope().from()))
                .param("plan", copy.plan().reference())
                .query((row, n) -> gone(row))
                .optional();
    }

    private static Violation gone(ResultSet row) throws SQLException {
        return new Violation(
                "/plan/reference",
                "This plan is history: it was transferred to %s on %s (SEND Regulations 2014, reg. 15(2))."
                        .formatted(row.getString(1), row.getObject(2, LocalDate.class)),
                "Refer whoever needs it to the authority that maintains it now.");
    }

    private JdbcClient.StatementSpec ask(String sql, Subject.Case subject) {
        return database.sql(sql)
                .param("authority", subject.authority().value())
                .param("reference", subject.caseReference().value());
    }
}
