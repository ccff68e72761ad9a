package org.ehcexchange.notification;

import com.github.f4b6a3.uuid.UuidCreator;

import org.ehcexchange.canonical.Authorities;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.NotificationCause;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Plan;
import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.PlanEvent;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.canonical.Section;
import org.ehcexchange.ledger.commissioner.PlansOnRecord;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// The messages of one change, made from the plan on record: sections C and G, who the authorities
/// are, and nothing else of it.
///
/// Their ids follow from the change, so that whoever looks again makes the same ones; the child's
/// address is in none, because no address is copied where nobody asked for it.
final class ChangeLetters {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Ground REGULATION_16 =
            new Ground(Purpose.CHANGE_OF_COMMISSIONER, "SEND Regulations 2014, reg. 16", null);

    private final Change change;
    private final PlansOnRecord.Found found;

    ChangeLetters(Change change, PlansOnRecord.Found found) {
        this.change = change;
        this.found = found;
    }

    /// Tells the old commissioner, in the authority's name.
    EhcMessage planCopy(OrganisationCode old, Instant at) {
        Plan plan = found.plan();
        Envelope envelope =
                envelope(
                        new MessageId(id("plan-copy-message")),
                        new ConversationId(id("plan-copy")),
                        change.authority(),
                        old,
                        at);
        return new PlanCopy(
                envelope,
                PlanEvent.COMMISSIONER_INFORMED,
                new Plan(plan.reference(), plan.madeOn(), plan.lastReviewedOn(), health()),
                null);
    }

    /// Tells the new commissioner, in the old one's name.
    CommissionerNotification notification(OrganisationCode to, Instant at) {
        return new CommissionerNotification(
                envelope(messageId(), change.id(), change.resolvedOld(), to, at),
                change.cause(),
                Objects.requireNonNull(change.movedOn(), "the plan was not read yet"),
                change.awareOn(),
                health(),
                new Authorities(change.authority(), change.next()));
    }

    /// Each sending is a message of its own.
    MessageId messageId() {
        return new MessageId(id("notification-" + (change.sendings() + 1)));
    }

    private UUID id(String name) {
        return UuidCreator.getNameBasedSha1(change.id().value(), name);
    }

    private Envelope envelope(
            MessageId id,
            ConversationId conversation,
            OrganisationCode from,
            OrganisationCode to,
            Instant at) {
        return new Envelope(
                id,
                conversation,
                null,
                from,
                to,
                at.atZone(LONDON).toOffsetDateTime(),
                REGULATION_16,
                child(),
                List.of());
    }

    private Child child() {
        return found.message().envelope().child().withoutPostcode().withoutUpn();
    }

    private Map<Section, String> health() {
        Map<Section, String> sections = new EnumMap<>(Section.class);
        for (Section section : List.of(Section.C, Section.G)) {
            sections.put(section, Objects.requireNonNull(found.plan().sections().get(section)));
        }
        return sections;
    }

    /// The day of the move, or as whoever started it said it.
    static LocalDate movedOn(Change change, PlansOnRecord.Found found) {
        LocalDate otherwise = Objects.requireNonNullElse(change.movedOn(), change.awareOn());
        return change.cause() == NotificationCause.MOVE_BETWEEN_AUTHORITIES
                        && found.message() instanceof PlanTransfer moving
                ? moving.movedOn()
                : otherwise;
    }
}
