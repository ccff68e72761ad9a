package org.ehcexchange.worktray;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.ledger.reading.Conversations;
import org.ehcexchange.ledger.reading.Conversations.Query;
import org.ehcexchange.ledger.reading.Conversations.Summary;
import org.ehcexchange.ledger.reading.Paper;
import org.ehcexchange.ledger.reading.Papers;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was asked of a body whose people answer on the pages.
@Component
public class Tray {

    private static final int MOST = 100;
    private static final int ANSWERED = 25;
    private static final List<String> OPEN = List.of("requested", "acknowledged", "late");

    private final Conversations conversations;
    private final Papers papers;

    Tray(Conversations conversations, Papers papers) {
        this.conversations = conversations;
        this.papers = papers;
    }

    /// Whether its people may answer here: no other system of theirs is told what they answered.
    public static boolean isFor(Organisation organisation) {
        return organisation.channel() instanceof Channel.Worktray
                || organisation.channel() instanceof Channel.CanonicalPull;
    }

    /// What waits for an answer, the first due first.
    public List<Summary> open(OrganisationCode body) {
        return OPEN.stream()
                .flatMap(state -> asked(body, new Query("advice", state, null, null, MOST)))
                .sorted(
                        Comparator.comparing(
                                        Summary::dueOn,
                                        Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(Summary::openedAt))
                .toList();
    }

    /// What was lately answered or taken back, the newest first.
    public List<Summary> done(OrganisationCode body) {
        return asked(body, new Query("advice", null, null, null, ANSWERED))
                .filter(summary -> !OPEN.contains(summary.state()))
                .toList();
    }

    private Stream<Summary> asked(OrganisationCode body, Query query) {
        return conversations.page(body, query).conversations().stream()
                .filter(summary -> summary.to().equals(body));
    }

    /// Empty where it was not asked of this body, as where there is none.
    public Optional<Asked> find(OrganisationCode body, ConversationId id) {
        return conversations
                .conversation(body, id)
                .filter(found -> found.summary().to().equals(body))
                .flatMap(
                        found -> {
                            List<Paper> read = papers.of(body, id, false);
                            return request(read)
                                    .map(request -> new Asked(body, found, request, read));
                        });
    }

    private static Optional<AdviceRequest> request(List<Paper> read) {
        return read.stream()
                .map(Paper::message)
                .filter(AdviceRequest.class::isInstance)
                .map(AdviceRequest.class::cast)
                .findFirst();
    }
}
