package org.ehcexchange.worktray;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.reading.Conversations.Conversation;
import org.ehcexchange.ledger.reading.Paper;

import java.util.List;

/// One request in a body's worktray.
///
/// @param body who was asked, or took over from them
/// @param request as the gate lets the body see it
/// @param papers all of the conversation that the body may see
public record Asked(
        OrganisationCode body,
        Conversation conversation,
        AdviceRequest request,
        List<Paper> papers) {

    public Asked {
        papers = List.copyOf(papers);
    }

    /// Whether it can still be answered.
    public boolean isOpen() {
        return switch (conversation.summary().state()) {
            case "requested", "acknowledged", "late" -> true;
            default -> false;
        };
    }
}
