package org.ehcexchange.running;

import org.ehcexchange.canonical.AdviceAcknowledged;
import org.ehcexchange.canonical.AdviceReminder;
import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceReturn;
import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.AdviceWithdrawn;
import org.ehcexchange.canonical.Answer;
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
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Rows;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Messages about invented children, with the fields a test does not care about filled in.
public final class Messages {

    public static final OrganisationCode COUNCIL = new OrganisationCode("LA:998");
    public static final OrganisationCode TRUST = new OrganisationCode("ODS:RN1");

    private static final AtomicInteger NEXT_CHILD = new AtomicInteger(1000);
    private static final Ground ASKING =
            new Ground(Purpose.EHC_NEEDS_ASSESSMENT, "SEND Regulations 2014, reg. 6(1)(c)", null);
    private static final Ground ANSWERING =
            new Ground(Purpose.EHC_NEEDS_ASSESSMENT, "SEND Regulations 2014, reg. 8(1)", null);

    private Messages() {}

    /// A child nobody has seen before.
    public static Child child() {
        return child(NEXT_CHILD.incrementAndGet(), "Sandpiper", LocalDate.of(2016, 4, 2));
    }

    public static Child child(int number, String familyName, LocalDate dateOfBirth) {
        return new Child(
                "C-" + number,
                nhsNumber(number),
                null,
                familyName,
                List.of("Robin"),
                dateOfBirth,
                null,
                null,
                false);
    }

    /// The n-th valid number of the test range 999 000 0000 to 999 999 9999.
    public static NhsNumber nhsNumber(int n) {
        for (int i = n * 11; ; i++) {
            String nine = "999%06d".formatted(i);
            int sum = 0;
            for (int d = 0; d < 9; d++) {
                sum += (nine.charAt(d) - '0') * (10 - d);
            }
            int check = (11 - sum % 11) % 11;
            if (check != 10) {
                return new NhsNumber(nine + check);
            }
        }
    }

    public static AdviceRequest request(OrganisationCode to, Child child) {
        return request(to, child, "SEND Regulations 2014, reg. 6(1)(c)");
    }

    public static AdviceRequest request(OrganisationCode to, Child child, String provision) {
        return new AdviceRequest(
                new Envelope(
                        new MessageId(UUID.randomUUID()),
                        new ConversationId(UUID.randomUUID()),
                        null,
                        COUNCIL,
                        to,
                        OffsetDateTime.of(2026, 11, 2, 9, 0, 0, 0, ZoneOffset.UTC),
                        new Ground(Purpose.EHC_NEEDS_ASSESSMENT, provision, null),
                        child,
                        List.of()),
                caseOf(child),
                AdviceType.MEDICAL,
                LocalDate.of(2026, 11, 2),
                Set.of(Question.NEEDS, Question.OUTCOMES, Question.PROVISION),
                null);
    }

    /// Each child has a case of its own.
    public static CaseReference caseOf(Child child) {
        return new CaseReference("EHC-2026-" + child.reference());
    }

    public static AdviceReturn provided(AdviceRequest request) {
        return answer(
                request,
                new Answer.Provided(
                        List.of("Needs a quiet place"),
                        List.of("Attends every day"),
                        List.of("Weekly session")));
    }

    public static AdviceReturn answer(AdviceRequest request, Answer answer) {
        return new AdviceReturn(reply(request, request.envelope().to()), answer);
    }

    public static AdviceAcknowledged acknowledged(AdviceRequest request) {
        return new AdviceAcknowledged(
                reply(request, request.envelope().to()), LocalDate.of(2026, 11, 3));
    }

    public static AdviceReminder reminder(AdviceRequest request) {
        return new AdviceReminder(
                reply(request, request.envelope().from()), "Advice is due in two weeks");
    }

    public static AdviceWithdrawn withdrawn(AdviceRequest request) {
        return new AdviceWithdrawn(
                reply(request, request.envelope().from()),
                "The family moved before the assessment");
    }

    /// The envelope of an answer or a follow-up from one side of a request's conversation.
    public static Envelope reply(AdviceRequest request, OrganisationCode from) {
        Envelope asked = request.envelope();
        boolean answer = from.equals(asked.to());
        return new Envelope(
                new MessageId(UUID.randomUUID()),
                asked.conversationId(),
                asked.messageId(),
                from,
                answer ? asked.from() : asked.to(),
                asked.sentAt().plusDays(1),
                answer ? ANSWERING : ASKING,
                asked.child(),
                List.of());
    }

    public static Arrival.Read arrival(Rows rows, EhcMessage message, Instant at) {
        return arrival(rows, message, at, null);
    }

    /// @param revision as a format that counts revisions would give it
    public static Arrival.Read arrival(
            Rows rows, EhcMessage message, Instant at, @Nullable Integer revision) {
        byte[] body = rows.canonical(message).getBytes(StandardCharsets.UTF_8);
        return new Arrival.Read(
                new Arrival(message.envelope().from(), "canonical", "application/json", body, at),
                message,
                revision);
    }
}
