package org.ehcexchange.console;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.reading.Conversations;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One organisation's conversations, in memory.
class InMemoryConversations implements Conversations {

    private static final Instant MORNING = Instant.parse("2027-01-12T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 12);

    private final OrganisationCode owner;
    private final List<Conversation> all = new ArrayList<>();

    InMemoryConversations(OrganisationCode owner) {
        this.owner = owner;
    }

    void add(String reference, OrganisationCode adviser, String state, LocalDate dueOn) {
        Summary summary = summary(reference, adviser, state, dueOn);
        all.addFirst(new Conversation(summary, List.of(), List.of(), List.of()));
    }

    void answer(String reference, OrganisationCode adviser, LocalDate dueOn, LocalDate metOn) {
        Summary summary = summary(reference, adviser, "provided", dueOn, metOn);
        all.addFirst(new Conversation(summary, List.of(), List.of(), List.of()));
    }

    void refuse(String reference, OrganisationCode adviser, String why) {
        Step step = new Step(MORNING, null, "refused: " + why, null, null);
        all.addFirst(
                new Conversation(
                        summary(reference, adviser, "refused", null),
                        List.of(step),
                        List.of(),
                        List.of()));
    }

    /// Adds a delivery to the newest conversation.
    void deliver(String state, String reason) {
        Conversation last = all.removeFirst();
        Shipment shipment =
                new Shipment(
                        UUID.randomUUID(),
                        new MessageId(UUID.randomUUID()),
                        last.summary().to(),
                        "fhir",
                        state,
                        MORNING,
                        reason,
                        List.of());
        all.addFirst(new Conversation(last.summary(), List.of(), List.of(), List.of(shipment)));
    }

    private Summary summary(
            String reference, OrganisationCode adviser, String state, LocalDate dueOn) {
        return summary(reference, adviser, state, dueOn, null);
    }

    private Summary summary(
            String reference,
            OrganisationCode adviser,
            String state,
            LocalDate dueOn,
            LocalDate metOn) {
        return new Summary(
                new ConversationId(UUID.randomUUID()),
                "advice",
                new CaseReference(reference),
                "medical",
                owner,
                adviser,
                state,
                dueOn != null && metOn == null && dueOn.isBefore(TODAY),
                MORNING,
                MORNING,
                dueOn,
                metOn,
                metOn == null ? null : "missed-appointment");
    }

    @Override
    public Optional<Recorded> message(OrganisationCode caller, MessageId id) {
        return Optional.empty();
    }

    @Override
    public Optional<Conversation> conversation(OrganisationCode caller, ConversationId id) {
        return all.stream()
                .filter(one -> caller.equals(owner) && one.summary().id().equals(id))
                .findFirst();
    }

    @Override
    public Page page(OrganisationCode caller, Query query) {
        return caller.equals(owner)
                ? new Page(all.stream().map(Conversation::summary).toList(), null)
                : new Page(List.of(), null);
    }

    @Override
    public PlanList plans(OrganisationCode caller, @Nullable ConversationId after, int limit) {
        return new PlanList(List.of(), null);
    }
}
