package org.ehcexchange.notice;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.AdviceClock;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.ledger.commissioner.CommissionerClocks;
import org.ehcexchange.ledger.reading.Conversations;
import org.ehcexchange.ledger.reading.Conversations.Summary;
import org.ehcexchange.notification.ChangeState;
import org.ehcexchange.notification.Changes;
import org.ehcexchange.timekeeping.ClockLists;
import org.ehcexchange.timekeeping.RunningClock;
import org.ehcexchange.timekeeping.Subject;
import org.ehcexchange.worktray.Tray;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Set;

/// Looks at the thing of a notice as the organisation of whoever is told may see it, so that no
/// email tells what a page would not show.
@Component
@NoticesOn
class Sightings {

    /// A message that was not delivered yet, or a plan whose day has not come.
    private static final Set<String> STILL_TO_COME = Set.of("held", "held-for-the-day");

    private static final int MOST_HELD = 500;

    private static final String CONVERSATIONS = "/conversations/";

    /// The old authority's time to transfer a plan.
    private static final String TRANSFER = "transfer";

    private final Conversations conversations;
    private final ClockLists clocks;
    private final Changes changes;
    private final HeldThings held;
    private final Directory directory;

    Sightings(
            Conversations conversations,
            ClockLists clocks,
            Changes changes,
            HeldThings held,
            Directory directory) {
        this.conversations = conversations;
        this.clocks = clocks;
        this.changes = changes;
        this.held = held;
        this.directory = directory;
    }

    Sighting of(Notice notice) {
        return switch (notice.stage()) {
            case NEW_REQUEST -> request(notice, Set.of("requested"));
            case HANDED_OUT -> request(notice, Set.of("requested", "acknowledged", "late"));
            case WITHDRAWN -> request(notice, Set.of("withdrawn"));
            case ADVICE_ARRIVED -> answer(notice, "provided");
            case NOTHING_KNOWN -> answer(notice, "nothing-known");
            case DECLINED -> answer(notice, "declined");
            case EXCEPTION -> answer(notice, "late");
            case PLAN_TO_ACCEPT -> plan(notice, Set.of("sent", "received"));
            case PLAN_QUERIED -> plan(notice, Set.of("queried"));
            case PLAN_DECLINED -> plan(notice, Set.of("declined"));
            case REMINDER -> clock(notice, ClockState.RUNNING);
            case DUE_SOON -> clock(notice, ClockState.DUE_SOON);
            case OVERDUE -> clock(notice, ClockState.OVERDUE);
            case HELD -> held(notice);
            case NOTIFICATION_TO_APPROVE -> change(notice);
        };
    }

    private Sighting request(Notice notice, Set<String> states) {
        return conversation(notice, states, "/worktray/");
    }

    private Sighting answer(Notice notice, String state) {
        return conversation(notice, Set.of(state), CONVERSATIONS);
    }

    private Sighting plan(Notice notice, Set<String> states) {
        return conversation(notice, states, "/plans/");
    }

    private Sighting conversation(Notice notice, Set<String> states, String pages) {
        Summary seen =
                conversations
                        .summary(notice.organisation(), new ConversationId(notice.thing()))
                        .orElse(null);
        if (seen == null || STILL_TO_COME.contains(seen.state())) {
            return new Sighting.NotYet();
        }
        return states.contains(seen.state()) ? there(notice, seen, pages) : new Sighting.Over();
    }

    private Sighting there(Notice notice, Summary seen, String pages) {
        OrganisationCode other =
                seen.from().equals(notice.organisation()) ? seen.to() : seen.from();
        return new Sighting.There(
                notice.stage().words(),
                seen.caseReference(),
                who(notice, other),
                seen.metOn() == null && notice.stage() != Stage.WITHDRAWN ? seen.dueOn() : null,
                pages + seen.id());
    }

    private Sighting clock(Notice notice, ClockState state) {
        return clocks.find(notice.organisation(), notice.thing())
                .filter(clock -> clock.state() == state)
                .map(clock -> there(notice, clock))
                .orElseGet(Sighting.Over::new);
    }

    private Sighting there(Notice notice, RunningClock clock) {
        return new Sighting.There(
                "%s: %s".formatted(notice.stage().words(), clock.rule().replace('-', ' ')),
                clock.subject().caseReference(),
                owed(notice, clock),
                clock.term().dueOn(),
                path(notice, clock));
    }

    /// The one who waits is told who owes it; the one who owes it, who waits.
    private String owed(Notice notice, RunningClock clock) {
        OrganisationCode authority = clock.subject().authority();
        return isOwing(notice, clock)
                ? "For: " + name(authority)
                : "Owed by: " + name(clock.owedBy());
    }

    private boolean isOwing(Notice notice, RunningClock clock) {
        return notice.organisation().equals(clock.owedBy());
    }

    private String path(Notice notice, RunningClock clock) {
        return switch (clock.subject()) {
            case Subject.Case whole -> "/";
            case Subject.Conversation(ConversationId id, var authority, var reference) ->
                    pages(notice, clock, id) + id;
        };
    }

    /// Where what is owed can be done; elsewhere, where all that happened is shown.
    private String pages(Notice notice, RunningClock clock, ConversationId id) {
        return switch (clock.rule()) {
            case AdviceClock.RULE -> isInTray(notice, clock) ? "/worktray/" : CONVERSATIONS;
            case TRANSFER -> "/plans/";
            case CommissionerClocks.MOVE, CommissionerClocks.OTHER ->
                    changes.find(notice.organisation(), id).isPresent()
                            ? "/notifications/"
                            : CONVERSATIONS;
            default -> CONVERSATIONS;
        };
    }

    private boolean isInTray(Notice notice, RunningClock clock) {
        return isOwing(notice, clock)
                && directory.find(notice.organisation()).filter(Tray::isFor).isPresent();
    }

    private Sighting held(Notice notice) {
        return held.waiting(MOST_HELD).stream()
                .filter(thing -> thing.id().equals(notice.thing()))
                .findFirst()
                .<Sighting>map(
                        thing ->
                                new Sighting.There(
                                        notice.stage().words(),
                                        held.reference(thing),
                                        who(notice, thing.from()),
                                        null,
                                        "/held/" + thing.id()))
                .orElseGet(Sighting.Over::new);
    }

    private Sighting change(Notice notice) {
        return changes.find(notice.organisation(), new ConversationId(notice.thing()))
                .map(Changes.Whole::change)
                .filter(change -> change.state() == ChangeState.WAITING)
                .<Sighting>map(change -> there(notice, change))
                .orElseGet(Sighting.Over::new);
    }

    private Sighting there(Notice notice, Changes.Item change) {
        return new Sighting.There(
                notice.stage().words(),
                new CaseReference(change.plan()),
                who(notice, change.to()),
                change.dueOn(),
                "/notifications/" + change.id());
    }

    private String who(Notice notice, @Nullable OrganisationCode other) {
        return "%s: %s"
                .formatted(
                        notice.stage().otherSide(),
                        other == null ? "a body that you must name" : name(other));
    }

    private String name(OrganisationCode code) {
        return directory.find(code).map(Organisation::name).orElse(code.value());
    }
}
