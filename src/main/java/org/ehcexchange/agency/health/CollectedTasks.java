package org.ehcexchange.agency.health;

import org.ehcexchange.agency.health.HealthView.Seen;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.ledger.inbox.Inbox;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Records that a body which polls has been given what waited for it.
///
/// For such a body the answer to its search is the delivery; nothing else would ever end it.
@Component
final class CollectedTasks {

    private static final int MOST = 200;

    private final Directory directory;
    private final Inbox inbox;

    CollectedTasks(Directory directory, Inbox inbox) {
        this.directory = directory;
        this.inbox = inbox;
    }

    void shown(OrganisationCode caller, List<Seen> seen) {
        boolean polls =
                directory
                        .find(caller)
                        .filter(found -> found.channel() instanceof Channel.FhirPoll)
                        .isPresent();
        if (polls && !seen.isEmpty()) {
            var shown = seen.stream().map(Seen::conversation).collect(Collectors.toSet());
            inbox.waiting(caller, null, MOST).items().stream()
                    .filter(item -> shown.contains(conversation(item)))
                    .forEach(item -> inbox.received(caller, item.id()));
        }
    }

    private static UUID conversation(Inbox.Item item) {
        return item.message().envelope().conversationId().value();
    }
}
