package org.ehcexchange.notice;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.casefile.HeldChildren;
import org.ehcexchange.directory.Organisations;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.ledger.reading.Conversations;
import org.ehcexchange.ledger.reading.Conversations.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Messages and cases that are held until a person at the home authority says which child they are
/// about.
@Component
@NoticesOn
class HeldThings {

    private final Held held;
    private final HeldChildren children;
    private final Conversations conversations;
    private final Organisations organisations;

    HeldThings(
            Held held,
            HeldChildren children,
            Conversations conversations,
            Organisations organisations) {
        this.held = held;
        this.children = children;
        this.conversations = conversations;
        this.organisations = organisations;
    }

    /// @param conversation absent where a case is held
    /// @param reference absent where it is not home's to know
    record Thing(
            UUID id,
            OrganisationCode from,
            @Nullable ConversationId conversation,
            @Nullable CaseReference reference,
            Instant since) {}

    OrganisationCode home() {
        return organisations.home().code();
    }

    /// The first ones held first.
    List<Thing> waiting(int most) {
        return Stream.concat(
                        held.waiting(null, most).stream().map(HeldThings::thing),
                        children.waiting(most).stream().map(HeldThings::thing))
                .toList();
    }

    private static Thing thing(Held.Item item) {
        return new Thing(item.id(), item.from(), item.conversationId(), null, item.since());
    }

    private static Thing thing(HeldChildren.Item item) {
        return new Thing(item.id(), item.authority(), null, item.caseReference(), item.since());
    }

    /// What the home authority calls the case; absent where it has no part in it.
    @Nullable CaseReference reference(Thing thing) {
        ConversationId conversation = thing.conversation();
        return conversation == null
                ? thing.reference()
                : conversations
                        .summary(home(), conversation)
                        .map(Summary::caseReference)
                        .orElse(null);
    }
}
