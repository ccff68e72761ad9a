package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.console.Card.Attachment;
import org.ehcexchange.directory.Duty;
import org.ehcexchange.ledger.Conversations;
import org.ehcexchange.ledger.Conversations.Conversation;
import org.ehcexchange.ledger.Conversations.Step;
import org.ehcexchange.ledger.Conversations.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Plans that move, as one of the two authorities sees them.
@Component
class PlanViews {

    private static final String KIND = "plan-transfer";
    private static final String SENT = "sent";
    private static final Set<String> ANSWERABLE = Set.of(SENT, "received");
    private static final int LINES = 25;

    private final Conversations conversations;
    private final Sheets sheets;
    private final Names names;

    PlanViews(Conversations conversations, Sheets sheets, Names names) {
        this.conversations = conversations;
        this.sheets = sheets;
        this.names = names;
    }

    /// @param due the day by which the law wants the plan at the new authority
    record Line(
            String id,
            String reference,
            String from,
            String to,
            Words.Tag state,
            String due,
            String changed,
            boolean waitsForYou) {}

    /// @param next where the following page begins; absent on the last
    /// @param starts whether the reader may send a plan
    record Page(List<Line> lines, @Nullable String next, boolean starts) {}

    /// @param plan as it was sent last
    /// @param isReceived whether the old authority has been told that the plan is here
    record View(
            Line line,
            PlanTransfer plan,
            boolean isReceived,
            Sheet sheet,
            List<Attachment> documents) {
        @Override
        public String toString() {
            return "View[not shown]";
        }
    }

    Page page(SignedIn you, @Nullable ConversationId after) {
        Conversations.Page page =
                conversations.page(
                        you.code(), new Conversations.Query(KIND, null, null, after, LINES));
        ConversationId next = page.next();
        return new Page(
                page.conversations().stream().map(summary -> line(you, summary)).toList(),
                next == null ? null : next.toString(),
                you.has(Duty.CASEWORKER));
    }

    /// Empty where it is not theirs, or no plan.
    Optional<View> of(SignedIn you, ConversationId id) {
        return conversations
                .conversation(you.code(), id)
                .filter(found -> found.summary().kind().equals(KIND))
                .flatMap(found -> view(you, found));
    }

    private Optional<View> view(SignedIn you, Conversation found) {
        return last(found)
                .flatMap(id -> conversations.message(you.code(), id))
                .map(Conversations.Recorded::message)
                .filter(PlanTransfer.class::isInstance)
                .map(PlanTransfer.class::cast)
                .map(plan -> view(you, found.summary(), plan));
    }

    private View view(SignedIn you, Summary summary, PlanTransfer plan) {
        return new View(
                line(you, summary),
                plan,
                !summary.state().equals(SENT),
                sheets.of(plan),
                plan.envelope().documents().stream().map(Cards::attachment).toList());
    }

    private static Optional<MessageId> last(Conversation found) {
        return found.timeline().stream()
                .filter(step -> step.type() == MessageType.PLAN_TRANSFER)
                .map(Step::messageId)
                .reduce((earlier, later) -> later);
    }

    private Line line(SignedIn you, Summary summary) {
        CaseReference reference = summary.caseReference();
        LocalDate due = summary.dueOn();
        return new Line(
                summary.id().toString(),
                reference == null ? "" : reference.value(),
                names.of(summary.from()),
                names.of(summary.to()),
                Words.state(summary.state(), null),
                due == null ? "" : Words.day(due),
                Words.day(summary.changedAt()),
                you.has(Duty.CASEWORKER)
                        && summary.to().equals(you.code())
                        && ANSWERABLE.contains(summary.state()));
    }
}
