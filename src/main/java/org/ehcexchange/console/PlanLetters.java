package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanAccepted;
import org.ehcexchange.canonical.PlanDeclined;
import org.ehcexchange.canonical.PlanQueried;
import org.ehcexchange.canonical.PlanRecalled;
import org.ehcexchange.canonical.PlanReceived;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/// Answers a plan in the new authority's name, and calls one back in the old one's, by the same
// messages as a system of its own would.
@Component
class PlanLetters {

    /// What the ledger calls the pages, as the door through which a message came.
    static final String DOOR = "pages";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String HOLD = "SEND Regulations 2014, reg. 15(3)";
    private static final String MOVE = "SEND Regulations 2014, reg. 15(2)";

    private final Acceptance acceptance;
    private final Rows rows;
    private final InstantSource clock;

    PlanLetters(Acceptance acceptance, Rows rows, InstantSource clock) {
        this.acceptance = acceptance;
        this.rows = rows;
        this.clock = clock;
    }

    /// Says that the plan is here, as this authority has it: where one exchange serves both, only
    /// its people can say so.
    Outcome receive(SignedIn you, PlanTransfer plan) {
        Instant now = clock.instant();
        return send(
                you,
                new PlanReceived(
                        reply(you, plan, MOVE, now),
                        Rows.sha256(rows.canonical(plan).getBytes(StandardCharsets.UTF_8))),
                now);
    }

    Outcome accept(SignedIn you, PlanTransfer plan) {
        Instant now = clock.instant();
        return send(
                you,
                new PlanAccepted(
                        reply(you, plan, HOLD, now), you.person().name(), LondonDay.of(now)),
                now);
    }

    Outcome ask(SignedIn you, PlanTransfer plan, String question) {
        Instant now = clock.instant();
        return send(you, new PlanQueried(reply(you, plan, MOVE, now), question), now);
    }

    /// @param responsible which authority the plan should go to; absent where nobody said
    Outcome decline(
            SignedIn you,
            PlanTransfer plan,
            String reason,
            @Nullable OrganisationCode responsible) {
        Instant now = clock.instant();
        return send(you, new PlanDeclined(reply(you, plan, MOVE, now), reason, responsible), now);
    }

    /// Calls the plan back, in the old authority's name.
    Outcome recall(SignedIn you, PlanTransfer plan, String reason) {
        Instant now = clock.instant();
        return send(
                you,
                new PlanRecalled(reply(you, plan, MOVE, now).withTo(plan.envelope().to()), reason),
                now);
    }

    private static Envelope reply(SignedIn you, PlanTransfer plan, String provision, Instant now) {
        Envelope asked = plan.envelope();
        return new Envelope(
                new MessageId(UUID.randomUUID()),
                asked.conversationId(),
                asked.messageId(),
                you.code(),
                asked.from(),
                now.atZone(LONDON).toOffsetDateTime(),
                new Ground(Purpose.EHC_PLAN_TRANSFER, provision, null),
                asked.child(),
                List.of());
    }

    private Outcome send(SignedIn you, EhcMessage message, Instant now) {
        byte[] body = rows.canonical(message).getBytes(StandardCharsets.UTF_8);
        return acceptance.accept(
                new Arrival(you.code(), DOOR, "application/json", body, now, you.getName())
                        .read(message));
    }
}
