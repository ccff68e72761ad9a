package org.ehcexchange.ledger.advice;

import org.ehcexchange.canonical.AdviceAcknowledged;
import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceReturn;
import org.ehcexchange.canonical.AdviceWithdrawn;
import org.ehcexchange.canonical.Answer;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.AdviceClock;
import org.ehcexchange.clock.Excuse;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.advice.AdviceClocks.Asked;
import org.ehcexchange.ledger.conversation.ConversationRows;
import org.ehcexchange.ledger.conversation.Entry;
import org.ehcexchange.timekeeping.GivenExcuse;
import org.ehcexchange.timekeeping.Timekeeper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;

/// What an accepted reply does to the clock of its request, and a request that a person lets go to
/// the clocks of its case.
@Component
public class AdviceReplies {

    private final AdviceClocks clocks;
    private final AssessmentStarts cases;
    private final Timekeeper timekeeper;

    AdviceReplies(AdviceClocks clocks, AssessmentStarts cases, Timekeeper timekeeper) {
        this.clocks = clocks;
        this.cases = cases;
        this.timekeeper = timekeeper;
    }

    /// @return the entry, with what its sender should know of it
    public Entry apply(ConversationRows.Open open, Entry entry) {
        String remark = remark(open, entry);
        return remark == null ? entry : entry.noted(remark);
    }

    private @Nullable String remark(ConversationRows.Open open, Entry entry) {
        Asked asked = Asked.of(open);
        return switch (entry.message()) {
            case AdviceRequest request -> released(request, entry);
            case AdviceAcknowledged acknowledged -> received(open, asked, entry.at());
            case AdviceReturn advice -> {
                received(open, asked, entry.at());
                yield answered(asked, LondonDay.of(entry.at()), advice.answer());
            }
            case AdviceWithdrawn withdrawn -> withdrawn(asked, entry.at());
            default -> null; // Reminders leave the clock alone.
        };
    }

    /// What stands in the way by now was decided before: the first request's day stays.
    private @Nullable String released(AdviceRequest request, Entry entry) {
        cases.begin(request, entry);
        return null;
    }

    private @Nullable String withdrawn(Asked asked, Instant at) {
        clocks.withdrawn(asked, at);
        return null;
    }

    /// A reply shows that the request was received, where nothing showed it before.
    private @Nullable String received(ConversationRows.Open open, Asked asked, Instant at) {
        if (open.receivedOn() == null) {
            clocks.received(asked, at);
        }
        return null;
    }

    private @Nullable String answered(Asked asked, LocalDate day, Answer answer) {
        return switch (answer) {
            case Answer.Late late ->
                    timekeeper
                            .excuse(asked.conversation(), AdviceClock.RULE, excuse(late), day)
                            .map(clock -> clock.excuses().getLast())
                            .map(AdviceReplies::refusal)
                            .orElse(null);
            case Answer.Provided provided -> met(asked, day);
            case Answer.NothingKnown nothing -> met(asked, day);
            case Answer.Declined declined -> met(asked, day);
        };
    }

    private @Nullable String met(Asked asked, LocalDate day) {
        timekeeper.meet(asked.conversation(), AdviceClock.RULE, day);
        return null;
    }

    private static @Nullable String refusal(GivenExcuse excuse) {
        return excuse.accepted()
                ? null
                : "kept as evidence, but the exception does not excuse lateness: "
                        + excuse.reasons().stream()
                                .map(Violation::problem)
                                .collect(Collectors.joining(" "));
    }

    private static Excuse excuse(Answer.Late late) {
        Answer.LateException given = late.exception();
        return new Excuse(
                given.kind().code(),
                given.reason(),
                given.from(),
                given.to(),
                given.author(),
                late.expectedBy(),
                null);
    }
}
