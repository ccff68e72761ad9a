package org.ehcexchange.ledger.casesleft;

import com.github.f4b6a3.uuid.UuidCreator;

import org.ehcexchange.canonical.AdviceWithdrawn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.casesleft.RequestsLeftOpen.Open;
import org.ehcexchange.ledger.conversation.SaidForOthers;
import org.ehcexchange.ledger.succession.Parties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Takes back, in the authority's name, what it still asks in cases that it left, and so tells each
/// adviser.
///
/// It looks for what is open, so that a crash, a request that a person let go later, or one that
/// came in at the same moment is found by the next look. A withdrawal's id follows from the
/// request's conversation: two instances, or two looks, make the same one.
@Component
public class OpenRequestsSettled {

    private static final Logger log = LoggerFactory.getLogger(OpenRequestsSettled.class);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final RequestsLeftOpen requests;
    private final SaidForOthers others;
    private final Repointing repointing;
    private final Parties parties;
    private final InstantSource clock;
    private final Set<ConversationId> tried = ConcurrentHashMap.newKeySet();

    OpenRequestsSettled(
            RequestsLeftOpen requests,
            SaidForOthers others,
            Repointing repointing,
            Parties parties,
            InstantSource clock) {
        this.requests = requests;
        this.others = others;
        this.repointing = repointing;
        this.parties = parties;
        this.clock = clock;
    }

    /// Takes back what is open; whatever cannot be taken back is tried again when the exchange
    /// starts, and keeps nothing else waiting.
    public void settle() {
        requests.find().stream()
                .filter(open -> tried.add(open.request().conversationId()))
                .forEach(this::withdraw);
    }

    private void withdraw(Open open) {
        ConversationId conversation = open.request().conversationId();
        if (others.say(withdrawal(open), clock.instant()) instanceof Outcome.NotAccepted not
                && not.fault() != Arrival.Fault.CONFLICT) {
            log.warn(
                    "The request of conversation {} was not withdrawn though its case was left: {}",
                    conversation,
                    not.violations());
        } else {
            tried.remove(conversation);
        }
    }

    /// In the name of the authority that is responsible today.
    private AdviceWithdrawn withdrawal(Open open) {
        Envelope request = open.request();
        ConversationId conversation = request.conversationId();
        return new AdviceWithdrawn(
                new Envelope(
                        new MessageId(
                                UuidCreator.getNameBasedSha1(
                                        conversation.value(), "withdrawn-with-the-case")),
                        conversation,
                        request.messageId(),
                        parties.today(request.from().value()),
                        request.to(),
                        clock.instant().atZone(LONDON).toOffsetDateTime(),
                        request.ground(),
                        request.child(),
                        List.of()),
                repointing.words(open.left(), request.from()));
    }
}
