package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Duty;
import org.ehcexchange.directory.Role;
import org.ehcexchange.notification.ChangeState;
import org.ehcexchange.notification.Changes;
import org.ehcexchange.notification.Changes.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes of commissioner, as the old commissioner or the authority sees them.
@Component
class NotificationViews {

    private static final int LINES = 25;

    private static final Map<ChangeState, Words.Tag> TAGS =
            Map.of(
                    ChangeState.HEARD, new Words.Tag("Being prepared", "grey"),
                    ChangeState.UNRESOLVED, new Words.Tag("Commissioner not known", "red"),
                    ChangeState.NOTHING_TO_SEND, new Words.Tag("Nothing to send", "grey"),
                    ChangeState.WAITING, new Words.Tag("To approve", "purple"),
                    ChangeState.APPROVED, new Words.Tag("Approved", "blue"),
                    ChangeState.SENT, new Words.Tag("Sent", "green"),
                    ChangeState.OVERTAKEN, new Words.Tag("Overtaken", "grey"),
                    ChangeState.DISMISSED, new Words.Tag("Dismissed", "grey"));

    private final Changes changes;
    private final Sheets sheets;
    private final Names names;

    NotificationViews(Changes changes, Sheets sheets, Names names) {
        this.changes = changes;
        this.sheets = sheets;
        this.names = names;
    }

    /// @param left how long until the day it is due, or how long since; empty while no clock runs
    /// @param reason why it is not, or not yet, sent
    record Line(
            String id,
            String plan,
            String from,
            String to,
            Words.Tag state,
            String due,
            String left,
            String reason,
            boolean waitsForYou) {}

    /// @param next where the following page begins; absent on the last
    /// @param starts whether the reader may say that a commissioner changes
    record Page(List<Line> lines, @Nullable String next, boolean starts) {}

    /// @param sheet what will be sent; absent once it was sent, and for who does not approve it
    record View(Line line, @Nullable Sheet sheet) {}

    Page page(SignedIn you, @Nullable ConversationId after) {
        Changes.Page page = changes.page(you.code(), new Changes.Query(null, after, LINES));
        ConversationId next = page.next();
        return new Page(
                page.changes().stream().map(item -> line(you, item)).toList(),
                next == null ? null : next.toString(),
                mayStart(you));
    }

    /// The authority, or a commissioner, may (SEND Regulations 2014, reg. 16).
    static boolean mayStart(SignedIn you) {
        return (you.has(Duty.CASEWORKER) && you.organisation().is(Role.AUTHORITY))
                || (you.has(Duty.HEALTH_OFFICER)
                        && you.organisation().is(Role.HEALTH_COMMISSIONER));
    }

    /// Those that wait for this person's word.
    List<Line> waiting(SignedIn you, int most) {
        return changes
                .page(you.code(), new Changes.Query(ChangeState.WAITING, null, most))
                .changes()
                .stream()
                .map(item -> line(you, item))
                .filter(Line::waitsForYou)
                .toList();
    }

    Optional<View> of(SignedIn you, ConversationId id) {
        return changes.find(you.code(), id)
                .map(
                        whole ->
                                new View(
                                        line(you, whole.change()),
                                        whole.message() == null
                                                ? null
                                                : sheets.of(whole.message())));
    }

    private Line line(SignedIn you, Item item) {
        LocalDate due = item.dueOn();
        return new Line(
                item.id().toString(),
                item.plan(),
                name(item.from()),
                name(item.to()),
                TAGS.getOrDefault(item.state(), new Words.Tag(item.state().code(), "grey")),
                due == null ? "" : Words.day(due),
                due == null || item.state() == ChangeState.SENT
                        ? ""
                        : Words.left(due, names.today(), null),
                Words.orNothing(item.reason()),
                item.state() == ChangeState.WAITING
                        && you.has(Duty.HEALTH_OFFICER)
                        && you.code().equals(item.from()));
    }

    private String name(@Nullable OrganisationCode code) {
        return code == null ? "not known" : names.of(code);
    }
}
