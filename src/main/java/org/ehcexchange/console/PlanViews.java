package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanDeclined;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.console.Card.Attachment;
import org.ehcexchange.directory.Duty;
import org.ehcexchange.ledger.reading.Conversations;
import org.ehcexchange.ledger.reading.Conversations.Conversation;
import org.ehcexchange.ledger.reading.Conversations.Step;
import org.ehcexchange.ledger.reading.Conversations.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Plans that move, as one of the two authorities sees them.
@Component
class PlanViews {

    private static final String KIND = "plan-transfer";
    private static final String SENT = "sent";
    private static final Set<String> ANSWERABLE = Set.of(SENT, "received");

    /// It has not left yet.
    private static final Set<String> HERE = Set.of("held", "held-for-the-day");

    private final Conversations conversations;
    private final Sheets sheets;
    private final PlanAlarms alarms;
    private final Names names;

    PlanViews(Conversations conversations, Sheets sheets, PlanAlarms alarms, Names names) {
        this.conversations = conversations;
        this.sheets = sheets;
        this.alarms = alarms;
        this.names = names;
    }

    /// @param alarm by when the family must hear of a plan nobody has accepted yet; absent where
    ///     it does not wait for the reader
    /// @param overdue whether that day has passed
    record Line(
            String id,
            String reference,
            String from,
            String to,
            Words.Tag state,
            String changed,
            boolean waitsForYou,
            @Nullable String alarm,
            boolean overdue) {}

    /// What the reader may do with a plan of theirs.
    ///
    /// @param recall call it back
    /// @param answer send it anew, because it was asked about
    /// @param again send it elsewhere
    /// @param keep let it go nowhere
    record Acts(boolean recall, boolean answer, boolean again, boolean keep) {

        static Acts of(boolean yours, String state) {
            boolean letGo = state.equals("declined") || state.equals("recalled");
            return new Acts(
                    yours && (ANSWERABLE.contains(state) || state.equals("queried")),
                    yours && state.equals("queried"),
                    yours && (letGo || state.equals("rejected")),
                    yours && (letGo || HERE.contains(state)));
        }
    }

    /// Why the new authority does not take it.
    record Declined(String reason, @Nullable String responsible) {}

    /// @param plan as it was sent last
    /// @param standing how it stands, where the state alone does not say it
    /// @param due until when the old authority's time to transfer it runs; absent once it ended and
    ///     for the new one
    /// @param isReceived whether the old authority has been told that the plan is here
    record View(
            Line line,
            PlanTransfer plan,
            boolean isReceived,
            Acts acts,
            @Nullable String standing,
            @Nullable Declined declined,
            @Nullable String due,
            Sheet sheet,
            List<Attachment> documents) {
        @Override
        public String toString() {
            return "View[not shown]";
        }
    }

    /// Empty where it is not theirs, or no plan.
    Optional<View> of(SignedIn you, ConversationId id) {
        return conversations
                .conversation(you.code(), id)
                .filter(found -> found.summary().kind().equals(KIND))
                .flatMap(found -> view(you, found));
    }

    private Optional<View> view(SignedIn you, Conversation found) {
        return last(you, found, PlanTransfer.class, MessageType.PLAN_TRANSFER)
                .map(plan -> view(you, found, plan));
    }

    private View view(SignedIn you, Conversation found, PlanTransfer plan) {
        Summary summary = found.summary();
        boolean yours = summary.from().equals(you.code());
        return new View(
                line(you, summary),
                plan,
                !summary.state().equals(SENT),
                Acts.of(you.has(Duty.CASEWORKER) && yours, summary.state()),
                PlanStanding.of(yours, summary.state()),
                last(you, found, PlanDeclined.class, MessageType.PLAN_DECLINED)
                        .map(this::declined)
                        .orElse(null),
                due(found),
                sheets.of(plan),
                plan.envelope().documents().stream().map(Cards::attachment).toList());
    }

    private static @Nullable String due(Conversation found) {
        return found.clocks().stream()
                .filter(clock -> clock.rule().equals("transfer") && clock.endedOn() == null)
                .map(Conversations.Clock::dueOn)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Words::day)
                .orElse(null);
    }

    private Declined declined(PlanDeclined declined) {
        OrganisationCode responsible = declined.responsible();
        return new Declined(declined.reason(), responsible == null ? null : names.of(responsible));
    }

    private <T> Optional<T> last(
            SignedIn you, Conversation found, Class<T> kind, MessageType type) {
        return found.timeline().stream()
                .filter(step -> step.type() == type)
                .map(Step::messageId)
                .reduce((earlier, later) -> later)
                .flatMap(id -> conversations.message(you.code(), id))
                .map(Conversations.Recorded::message)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    Line line(SignedIn you, Summary summary) {
        CaseReference reference = summary.caseReference();
        boolean waits = waitsFor(you, summary);
        Optional<PlanAlarms.Alarm> alarm = waits ? alarms.of(summary) : Optional.empty();
        return new Line(
                summary.id().toString(),
                reference == null ? "" : reference.value(),
                names.of(summary.from()),
                names.of(summary.to()),
                Words.state(summary.state(), null),
                Words.day(summary.changedAt()),
                waits,
                alarm.map(PlanAlarms.Alarm::words).orElse(null),
                alarm.map(PlanAlarms.Alarm::overdue).orElse(false));
    }

    private static boolean waitsFor(SignedIn you, Summary summary) {
        return you.has(Duty.CASEWORKER)
                && summary.to().equals(you.code())
                && ANSWERABLE.contains(summary.state());
    }
}
