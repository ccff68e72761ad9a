package org.ehcexchange.ledger.reading;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.NhsNumber;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Upn;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Reader;
import org.ehcexchange.ledger.children.ChildMatch;
import org.ehcexchange.ledger.reading.Conversations.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds conversations by what somebody knows of them; never more than [Conversations] shows them.
///
/// By a child's number only those are found in which whoever asks was told that number: nobody
/// learns from a search that two numbers are one child's. A search by number is audited, without
/// the number.
@Component
public class Search {

    private final SearchRows rows;
    private final Conversations conversations;
    private final Audit audit;

    Search(SearchRows rows, Conversations conversations, Audit audit) {
        this.rows = rows;
        this.conversations = conversations;
        this.audit = audit;
    }

    /// What to look for; absent fields do not narrow, and all that are there must hold.
    ///
    /// @param body that takes part in it
    /// @param from the first day on which it may have been opened, Europe/London
    /// @param until the last day
    public record Query(
            @Nullable NhsNumber nhsNumber,
            @Nullable Upn upn,
            @Nullable MessageId message,
            @Nullable CaseReference caseReference,
            @Nullable OrganisationCode body,
            @Nullable String state,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        boolean isByNumber() {
            return nhsNumber != null || upn != null;
        }

        @Override
        public String toString() {
            return "Query[not shown]";
        }
    }

    /// Newest first, at most `limit`.
    public List<Summary> find(Query query, Reader reader, int limit) {
        List<Summary> found =
                rows.find(reader.by(), query, limit).stream()
                        .filter(hit -> wasTold(hit, query, reader.by()))
                        .flatMap(hit -> summary(reader.by(), hit.conversation()).stream())
                        .toList();
        if (query.isByNumber()) {
            note(query, reader, found.size());
        }
        return found;
    }

    private Optional<Summary> summary(OrganisationCode caller, ConversationId id) {
        return conversations.conversation(caller, id).map(Conversations.Conversation::summary);
    }

    private boolean wasTold(SearchRows.Hit hit, Query query, OrganisationCode caller) {
        return !query.isByNumber()
                || conversations
                        .message(caller, hit.request())
                        .filter(seen -> has(seen.message().envelope().child(), query))
                        .isPresent();
    }

    private static boolean has(Child child, Query query) {
        return (query.nhsNumber() == null || query.nhsNumber().equals(child.nhsNumber()))
                && (query.upn() == null || query.upn().equals(child.upn()));
    }

    private void note(Query query, Reader reader, int found) {
        List<String> by =
                Stream.of(
                                query.nhsNumber() == null ? "" : ChildMatch.NHS_NUMBER,
                                query.upn() == null ? "" : ChildMatch.UPN)
                        .filter(name -> !name.isEmpty())
                        .toList();
        audit.add(
                new Audit.Act(
                        reader.by().value(),
                        "searched",
                        null,
                        null,
                        Audit.by(
                                reader.person(),
                                Map.of("purpose", reader.purpose(), "by", by, "found", found))));
    }
}
