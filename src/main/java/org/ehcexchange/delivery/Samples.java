package org.ehcexchange.delivery;

import org.ehcexchange.canonical.AdviceReminder;
import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.AdviceWithdrawn;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.NhsNumber;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.canonical.Question;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// One of each message that an authority sends to whom it asks for advice, about a child who does
/// not exist, and marked as a test wherever a person would read it.
final class Samples {

    /// Of the range that the NHS sets aside for tests: nobody has it.
    private static final NhsNumber NUMBER = new NhsNumber("9990000018");

    private static final String PROVISION = "SEND Regulations 2014, reg. 6(1)";
    private static final String MARK =
            "This is a test of the connection. There is no such child: do nothing.";

    private final OrganisationCode from;
    private final Organisation to;
    private final Instant at;
    private final ConversationId conversation = new ConversationId(UUID.randomUUID());
    private final MessageId first = new MessageId(UUID.randomUUID());

    Samples(OrganisationCode from, Organisation to, Instant at) {
        this.from = from;
        this.to = to;
        this.at = at;
    }

    AdviceRequest request() {
        LocalDate today = LondonDay.of(at);
        return new AdviceRequest(
                envelope(first, null),
                new CaseReference("TEST-" + today),
                adviceType(),
                today,
                Set.of(Question.NEEDS, Question.PROVISION, Question.OUTCOMES),
                MARK);
    }

    /// What follows a request.
    List<EhcMessage> following() {
        return List.of(new AdviceReminder(reply(), MARK), new AdviceWithdrawn(reply(), MARK));
    }

    private Envelope reply() {
        return envelope(new MessageId(UUID.randomUUID()), first);
    }

    private Envelope envelope(MessageId id, @Nullable MessageId inReplyTo) {
        return new Envelope(
                id,
                conversation,
                inReplyTo,
                from,
                to.code(),
                at.atOffset(ZoneOffset.UTC),
                new Ground(Purpose.EHC_NEEDS_ASSESSMENT, PROVISION, null),
                child(),
                List.of());
    }

    private static Child child() {
        return new Child(
                "TEST",
                NUMBER,
                null,
                "Testrecord",
                List.of("Nobody"),
                LocalDate.of(2016, 4, 2),
                null,
                null,
                false);
    }

    private AdviceType adviceType() {
        if (to.is(Role.EDUCATION_PSYCHOLOGY)) {
            return AdviceType.PSYCHOLOGICAL;
        }
        if (to.is(Role.SOCIAL_CARE)) {
            return AdviceType.SOCIAL_CARE;
        }
        return to.is(Role.EDUCATION_SETTING) ? AdviceType.EDUCATIONAL : AdviceType.MEDICAL;
    }
}
