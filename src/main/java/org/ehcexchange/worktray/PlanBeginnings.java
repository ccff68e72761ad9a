package org.ehcexchange.worktray;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanDeclined;
import org.ehcexchange.canonical.PlanQueried;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.ledger.reading.Conversations;
import org.ehcexchange.ledger.reading.Paper;
import org.ehcexchange.ledger.reading.Papers;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/// Begins transfers from what the authority has on record of a child or a plan.
@Component
public class PlanBeginnings {

    private final Conversations conversations;
    private final Papers papers;

    PlanBeginnings(Conversations conversations, Papers papers) {
        this.conversations = conversations;
        this.papers = papers;
    }

    /// The authority's newest conversation under a reference of a case or a plan.
    public Optional<ConversationId> find(OrganisationCode authority, CaseReference reference) {
        return conversations
                .page(authority, new Conversations.Query(null, null, reference, null, 1))
                .conversations()
                .stream()
                .map(Conversations.Summary::id)
                .findFirst();
    }

    /// With the child of a conversation, and with the plan where the authority sent it in this
    /// one; empty where the authority has no part in it.
    public Optional<PlanDraft> from(OrganisationCode authority, ConversationId conversation) {
        List<EhcMessage> said =
                papers.of(authority, conversation, false).stream().map(Paper::message).toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(filled(authority, said));
    }

    private static PlanDraft filled(OrganisationCode authority, List<EhcMessage> said) {
        return last(PlanTransfer.class, said)
                .filter(sent -> sent.envelope().from().equals(authority))
                .map(sent -> again(sent, said))
                .orElseGet(
                        () -> Copied.child(PlanDraft.begun(), said.getLast().envelope().child()));
    }

    /// In answer to a question where that was said last; else in a conversation of its own, to the
    /// authority that was named where the plan was declined.
    private static PlanDraft again(PlanTransfer sent, List<EhcMessage> said) {
        EhcMessage lastly = said.getLast();
        if (lastly instanceof PlanQueried question) {
            return Copied.to(
                    Copied.plan(PlanDraft.answering(question.envelope()), sent),
                    sent.envelope().to());
        }
        PlanDraft draft = Copied.plan(PlanDraft.begun(), sent);
        return last(PlanDeclined.class, said)
                .map(PlanDeclined::responsible)
                .map(right -> Copied.to(draft, right))
                .orElse(draft);
    }

    private static <T extends EhcMessage> Optional<T> last(Class<T> type, List<EhcMessage> said) {
        return said.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((earlier, later) -> later);
    }
}
