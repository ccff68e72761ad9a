package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.console.ConversationView.Event;
import org.ehcexchange.directory.Duty;
import org.ehcexchange.ledger.reading.Conversations;
import org.ehcexchange.ledger.reading.Conversations.Conversation;
import org.ehcexchange.ledger.reading.Conversations.Step;
import org.ehcexchange.ledger.reading.Conversations.Summary;
import org.ehcexchange.ledger.reading.Paper;
import org.ehcexchange.ledger.reading.Papers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Puts together what one person may see of one conversation.
@Component
class ConversationViews {

    private final Conversations conversations;
    private final Papers papers;
    private final Cards cards;
    private final Clocks clocks;
    private final Names names;

    ConversationViews(
            Conversations conversations, Papers papers, Cards cards, Clocks clocks, Names names) {
        this.conversations = conversations;
        this.papers = papers;
        this.cards = cards;
        this.clocks = clocks;
        this.names = names;
    }

    /// Empty where it is not theirs, as where there is none.
    Optional<ConversationView> of(SignedIn you, ConversationId id) {
        return conversations
                .conversation(you.code(), id)
                .map(found -> view(you, found, papers.of(you.code(), id, looksInto(you))));
    }

    /// The bytes as others sent them are for those who look for faults, and for auditors.
    private static boolean looksInto(SignedIn you) {
        return you.hasAtHome(Duty.ENGINEER) || you.hasAtHome(Duty.AUDITOR);
    }

    private ConversationView view(SignedIn you, Conversation found, List<Paper> read) {
        Summary summary = found.summary();
        return new ConversationView(
                summary.id().toString(),
                heading(summary),
                names.of(summary.from()),
                names.of(summary.to()),
                Words.state(summary.state(), summary.exception()),
                summary.overdue(),
                purpose(summary, read),
                found.clocks().stream().map(clock -> clocks.of(you.code(), clock)).toList(),
                events(found, read));
    }

    private static String heading(Summary summary) {
        CaseReference reference = summary.caseReference();
        String adviceType = summary.adviceType();
        String about =
                adviceType == null
                        ? Words.plain(summary.kind())
                        : Words.plain(adviceType) + " advice";
        return reference == null ? about : "%s: %s".formatted(reference, about);
    }

    /// That of the messages that were read; what the conversation is about where none was.
    private static String purpose(Summary summary, List<Paper> read) {
        return read.stream()
                .map(paper -> paper.message().envelope().ground())
                .filter(Objects::nonNull)
                .map(Ground::purpose)
                .filter(Objects::nonNull)
                .map(purpose -> purpose.code())
                .findFirst()
                .orElse(summary.kind());
    }

    /// Each message stands at the first thing that happened to it.
    private List<Event> events(Conversation found, List<Paper> read) {
        List<Paper> left = new ArrayList<>(read);
        return found.timeline().stream()
                .map(step -> event(step, take(left, step.messageId()), found))
                .toList();
    }

    private static Optional<Paper> take(List<Paper> left, @Nullable MessageId id) {
        Optional<Paper> paper =
                left.stream()
                        .filter(one -> one.message().envelope().messageId().equals(id))
                        .findFirst();
        paper.ifPresent(left::remove);
        return paper;
    }

    private Event event(Step step, Optional<Paper> paper, Conversation found) {
        OrganisationCode by = step.by();
        return new Event(
                Words.moment(step.at()),
                by == null ? null : names.of(by),
                Words.plain(step.what()),
                paper.map(one -> cards.of(one, found.deliveries())).orElse(null));
    }
}
