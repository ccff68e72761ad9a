package org.ehcexchange.console;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.console.Board.Line;
import org.ehcexchange.console.Board.Parcel;
import org.ehcexchange.delivery.Partners;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.ledger.reading.Conversations;
import org.ehcexchange.ledger.reading.Conversations.Conversation;
import org.ehcexchange.ledger.reading.Conversations.Shipment;
import org.ehcexchange.ledger.reading.Conversations.Step;
import org.ehcexchange.ledger.reading.Conversations.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts together what one organisation may see of its conversations.
@Component
class Boards {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int LINES = 25;
    private static final int HELD = 50;
    private static final Set<String> NOT_GONE = Set.of("refused", "held", "rejected");
    private static final Set<String> WAITED_FOR = Set.of("requested", "acknowledged", "late");

    private final Conversations conversations;
    private final Held held;
    private final Partners partners;
    private final Directory directory;
    private final InstantSource clock;

    Boards(
            Conversations conversations,
            Held held,
            Partners partners,
            Directory directory,
            InstantSource clock) {
        this.conversations = conversations;
        this.held = held;
        this.partners = partners;
        this.directory = directory;
        this.clock = clock;
    }

    /// @param isHome whether the viewer runs the exchange, and so sees what is held and paused
    Board of(OrganisationCode viewer, boolean isHome, @Nullable ConversationId after) {
        Conversations.Page page =
                conversations.page(viewer, new Conversations.Query(null, null, null, after, LINES));
        ConversationId next = page.next();
        return new Board(
                name(viewer),
                Words.day(today()),
                page.conversations().stream().map(summary -> line(viewer, summary)).toList(),
                isHome ? held.waiting(null, HELD) : List.of(),
                isHome ? paused() : List.of(),
                next == null ? null : next.toString());
    }

    private List<Partners.Partner> paused() {
        return partners.all().stream().filter(partner -> partner.pause() != null).toList();
    }

    private Line line(OrganisationCode viewer, Summary summary) {
        Optional<Conversation> details = conversations.conversation(viewer, summary.id());
        CaseReference reference = summary.caseReference();
        String adviceType = summary.adviceType();
        LocalDate dueOn = summary.dueOn();
        return new Line(
                "/conversations/" + summary.id(),
                reference == null ? Words.plain(summary.kind()) : reference.value(),
                name(summary.to()),
                adviceType == null ? "" : Words.plain(adviceType),
                Words.state(summary.state(), summary.exception()),
                dueOn == null ? null : Words.day(dueOn),
                dueOn == null ? null : left(summary, dueOn),
                summary.overdue(),
                details.map(found -> parcels(found.deliveries())).orElse(List.of()),
                details.map(Boards::reasons).orElse(List.of()));
    }

    private @Nullable String left(Summary summary, LocalDate dueOn) {
        LocalDate metOn = summary.metOn();
        if (metOn != null) {
            return Words.given(dueOn, metOn, summary.exception());
        }
        return WAITED_FOR.contains(summary.state())
                ? Words.left(dueOn, today(), summary.exception())
                : null;
    }

    /// Deliveries that stand alike are told as one line with their number.
    private List<Parcel> parcels(List<Shipment> shipments) {
        return shipments.stream()
                .map(this::parcel)
                .collect(groupingBy(identity(), LinkedHashMap::new, counting()))
                .entrySet()
                .stream()
                .map(alike -> alike.getKey().times(alike.getValue()))
                .toList();
    }

    private Parcel parcel(Shipment shipment) {
        return new Parcel(
                name(shipment.to()), Words.delivery(shipment.state()), shipment.reason(), 1);
    }

    private static List<String> reasons(Conversation conversation) {
        return NOT_GONE.contains(conversation.summary().state())
                ? conversation.timeline().stream()
                        .map(Step::what)
                        .filter(Boards::saysWhy)
                        .map(Boards::why)
                        .toList()
                : List.of();
    }

    private static boolean saysWhy(String what) {
        return what.contains(": ");
    }

    private static String why(String what) {
        return what.substring(what.indexOf(": ") + 2);
    }

    private String name(OrganisationCode code) {
        return directory.find(code).map(Organisation::name).orElse(code.value());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }
}
