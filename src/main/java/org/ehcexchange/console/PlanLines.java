package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.directory.Duty;
import org.ehcexchange.ledger.reading.Conversations;
import org.ehcexchange.ledger.reading.Conversations.MovingPlan;
import org.ehcexchange.ledger.reading.Conversations.NextDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;

/// The list of plans that move, what is late first.
@Component
class PlanLines {

    private static final int LINES = 25;

    private final Conversations conversations;
    private final PlanViews views;
    private final Names names;

    PlanLines(Conversations conversations, PlanViews views, Names names) {
        this.conversations = conversations;
        this.views = views;
        this.names = names;
    }

    /// @param due absent while the reader's side owes nothing of it
    record Row(PlanViews.Line line, @Nullable Due due) {}

    /// The day that matters next to the reader's side.
    ///
    /// @param words what is due and how it stands, such as "Transfer: due soon, 5 days left"
    record Due(String day, String words, boolean late) {}

    /// @param next where the following page begins; absent on the last
    /// @param starts whether the reader may send a plan
    record Page(List<Row> rows, @Nullable String next, boolean starts) {}

    Page page(SignedIn you, @Nullable ConversationId after) {
        Conversations.PlanList page = conversations.plans(you.code(), after, LINES);
        ConversationId next = page.next();
        return new Page(
                page.plans().stream().map(plan -> row(you, plan)).toList(),
                next == null ? null : next.toString(),
                you.has(Duty.CASEWORKER));
    }

    private Row row(SignedIn you, MovingPlan plan) {
        NextDay next = plan.next();
        return new Row(views.line(you, plan.summary()), next == null ? null : due(next));
    }

    private Due due(NextDay next) {
        return new Due(
                Words.day(next.dueOn()),
                "%s: %s%s"
                        .formatted(
                                Words.plain(next.rule()),
                                state(next.state()),
                                Words.left(next.dueOn(), names.today(), next.exception())),
                next.state() == ClockState.OVERDUE);
    }

    private static String state(ClockState state) {
        return switch (state) {
            case DUE_SOON -> "due soon, ";
            case OVERDUE -> "overdue, ";
            case NOT_STARTED, RUNNING, EXCUSED, MET, MET_LATE, STOPPED -> "";
        };
    }
}
