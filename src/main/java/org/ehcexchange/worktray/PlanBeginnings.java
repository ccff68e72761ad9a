package org.ehcexchange.worktray;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.ledger.Conversations;
import org.ehcexchange.ledger.Paper;
import org.ehcexchange.ledger.Papers;
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
        return said.stream()
                .filter(message -> message.envelope().from().equals(authority))
                .filter(PlanTransfer.class::isInstance)
                .map(PlanTransfer.class::cast)
                .reduce((earlier, later) -> later)
                .map(sent -> Copied.plan(PlanDraft.begun(), sent))
                .orElseGet(
                        () -> Copied.child(PlanDraft.begun(), said.getLast().envelope().child()));
    }
}
