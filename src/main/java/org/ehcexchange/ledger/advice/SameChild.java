package org.ehcexchange.ledger.advice;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.ledger.children.ChildMatch;
import org.ehcexchange.ledger.conversation.ConversationRows;
import org.ehcexchange.ledger.conversation.MessageRows;
import org.springframework.stereotype.Component;

import java.util.List;

/// Whether an answer, or what else follows a request, is about the child that was asked about.
@Component
class SameChild {

    private final MessageRows messages;

    SameChild(MessageRows messages) {
        this.messages = messages;
    }

    /// The fields in which it is about another child: than the one on record, unless it repeats
    /// what the request said.
    List<String> differences(ConversationRows.Open open, Child child) {
        ChildMatch.Known known = open.child();
        if (known == null || ChildMatch.differences(known, child).isEmpty()) {
            return List.of();
        }
        return messages.message(open.authority(), open.requestId())
                .map(request -> ChildMatch.differences(request.envelope().child(), child))
                .orElseGet(() -> ChildMatch.differences(known, child));
    }
}
