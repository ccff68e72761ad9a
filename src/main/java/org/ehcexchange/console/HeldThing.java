package org.ehcexchange.console;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.casefile.HeldChildren;
import org.ehcexchange.ledger.held.Held;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/// A message or a case that is held, as the list and its own page show it; nothing in it says who
/// the child is.
///
/// @param conversation its path; absent for a case
/// @param sender what the sender is called, who sends it again when it is wrong
/// @param instead what to do when what came is wrong
record HeldThing(
        UUID id,
        String what,
        String sender,
        String since,
        String why,
        List<String> fields,
        @Nullable String conversation,
        String instead) {

    static HeldThing of(Held.Item item, Names names) {
        String sender = names.of(item.from());
        return new HeldThing(
                item.id(),
                "%s to %s".formatted(Words.plain(item.type().code()), names.of(item.to())),
                sender,
                Words.day(item.since()),
                item.why(),
                item.fields(),
                "/conversations/" + item.conversationId(),
                instead(item, sender));
    }

    private static String instead(Held.Item item, String sender) {
        return item.type() == MessageType.PLAN_TRANSFER
                ? "%s is told that the plan was not taken, holds it as before, and sends it again, put right"
                        .formatted(sender)
                : "%s sends it again, put right, under a new message id".formatted(sender);
    }

    static HeldThing of(HeldChildren.Item item, Names names) {
        CaseReference reference = item.caseReference();
        String sender = names.of(item.authority());
        return new HeldThing(
                item.id(),
                "Case " + reference.value(),
                sender,
                Words.day(item.since()),
                item.why(),
                item.fields(),
                null,
                "%s names the child of the case again, put right".formatted(sender));
    }
}
