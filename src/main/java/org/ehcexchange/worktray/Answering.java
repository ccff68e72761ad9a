package org.ehcexchange.worktray;

import org.ehcexchange.canonical.AdviceAcknowledged;
import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Person;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Makes canonical messages of what people enter, and sends them by the one way in.
@Component
public class Answering {

    /// What a body answers under, as every adviser does.
    private static final String PROVISION = "SEND Regulations 2014, reg. 8(1)";

    private final Acceptance acceptance;
    private final Drafts drafts;
    private final Rows rows;
    private final InstantSource clock;

    Answering(Acceptance acceptance, Drafts drafts, Rows rows, InstantSource clock) {
        this.acceptance = acceptance;
        this.drafts = drafts;
        this.rows = rows;
        this.clock = clock;
    }

    /// The message as it would be sent now, or everything that is wrong with it.
    public Reading read(Asked asked, AnswerForm form, Entered entered) {
        Envelope envelope = reply(asked, entered.messageId(), entered.documents(), form);
        Map<String, Object> tree =
                CanonicalWriter.write(
                        new AdviceAcknowledged(envelope, LondonDay.of(clock.instant())));
        tree.remove("receivedOn");
        tree.put("type", "advice-return");
        tree.putAll(AnswerTree.of(form, entered));
        return CanonicalReader.read(tree);
    }

    /// Sends an answer; its draft is deleted once it is recorded.
    public Outcome send(Asked asked, Person person, AnswerForm form) {
        var id = asked.conversation().summary().id();
        Entered entered = drafts.of(asked.body(), id);
        Outcome outcome =
                switch (read(asked, form, entered)) {
                    case Reading.Valid(EhcMessage message) -> accept(asked, person, message);
                    case Reading.Invalid(List<Violation> violations) ->
                            new Outcome.NotAccepted(Arrival.Fault.INVALID, violations);
                };
        if (isRecorded(outcome)) {
            drafts.delete(asked.body(), id);
        }
        return outcome;
    }

    /// Tells the authority that the request is here, and since when.
    public Outcome acknowledge(Asked asked, Person person) {
        Envelope envelope = reply(asked, UUID.randomUUID(), List.of(), AnswerForm.NOTHING_KNOWN);
        return accept(asked, person, new AdviceAcknowledged(envelope, receivedOn(asked)));
    }

    private LocalDate receivedOn(Asked asked) {
        return asked.conversation().clocks().stream()
                .map(each -> each.startsOn())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> LondonDay.of(clock.instant()));
    }

    /// The same answer that was recorded before is as good as recorded now.
    private static boolean isRecorded(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> true;
            case Outcome.AlreadyAccepted already -> true;
            case Outcome.NotAccepted not -> not.fault() == Arrival.Fault.CONFLICT;
        };
    }

    private Outcome accept(Asked asked, Person person, EhcMessage message) {
        byte[] body = rows.canonical(message).getBytes(StandardCharsets.UTF_8);
        Arrival arrival =
                new Arrival(
                        asked.body(),
                        "worktray",
                        "application/json",
                        body,
                        clock.instant(),
                        person.signIn());
        return acceptance.accept(arrival.read(message));
    }

    /// Documents go with advice that is given; other answers have none.
    private Envelope reply(
            Asked asked, UUID messageId, List<DocumentReference> documents, AnswerForm form) {
        AdviceRequest request = asked.request();
        Envelope asking = request.envelope();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new Envelope(
                new MessageId(messageId),
                asking.conversationId(),
                asking.messageId(),
                asked.body(),
                asked.conversation().summary().from(),
                now.atOffset(ZoneOffset.UTC),
                ground(asking.ground()),
                asking.child(),
                form == AnswerForm.PROVIDED ? documents : List.of());
    }

    private static Ground ground(@Nullable Ground asked) {
        return new Ground(asked == null ? null : asked.purpose(), PROVISION, null);
    }
}
