package org.ehcexchange.simulator;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The people at the trust who answer: at once, or only after the day has passed.
@Component
@Profile("demo & !" + SouthmereExchange.PROFILE)
class TrustDesk {

    private final Errands errands;
    private final Narrator narrator;
    private final ExchangeDoor exchange;
    private final PutOff<TrustCase> late;

    TrustDesk(Errands errands, Narrator narrator, ExchangeAddress address) {
        this.errands = errands;
        this.narrator = narrator;
        this.exchange = new ExchangeDoor(address::url, Adviser.TRUST.code());
        this.late = new PutOff<>(narrator);
        errands.often(() -> late.release(this::relyOnException));
    }

    void answer(TrustCase asked) {
        switch (Reply.of(asked.request().caseReference(), Adviser.TRUST)) {
            case PROVIDED -> acknowledged(asked, () -> provide(asked));
            case NOTHING_KNOWN -> acknowledged(asked, () -> nothingKnown(asked));
            case LATE -> acknowledged(asked, () -> putOff(asked));
            case DECLINED -> errands.later(() -> decline(asked));
            case SILENT -> narrator.tell(Adviser.TRUST, "does not answer");
        }
    }

    private void acknowledged(TrustCase asked, Runnable next) {
        errands.later(
                () -> {
                    acknowledge(asked);
                    errands.later(next);
                });
    }

    private void acknowledge(TrustCase asked) {
        LocalDate today = narrator.today();
        TrustAnswer answer =
                answerTo(asked)
                        .state("accepted", "acknowledged", "Acknowledged")
                        .output("received-date", "Received on", today)
                        .output(
                                "due-date",
                                "Due on",
                                today.plusWeeks(6)); // SEND Regs 2014, reg. 8(1)
        send(asked, answer, "ehc-advice-interim", "new", "acknowledges the request");
    }

    private void provide(TrustCase asked) {
        Report report =
                Report.of(
                        "Health advice",
                        List.of(
                                "Invented for a demonstration; about no real child.",
                                "Case " + asked.request().caseReference(),
                                Adviser.TRUST.title()));
        TrustAnswer answer =
                answerTo(asked)
                        .state("completed", "advice-provided", "Advice provided")
                        .advice(report);
        send(asked, answer, "ehc-advice-final", "update", "sends its advice with a PDF report");
    }

    private void nothingKnown(TrustCase asked) {
        LocalDate today = narrator.today();
        TrustAnswer answer =
                answerTo(asked)
                        .state("completed", "nothing-known", "Nothing known")
                        .note("nhs-number | Patient administration system | " + today)
                        .note("name-and-date-of-birth | Community records | " + today);
        send(asked, answer, "ehc-advice-final", "update", "answers that the child is not known");
    }

    private void decline(TrustCase asked) {
        TrustAnswer answer =
                answerTo(asked)
                        .state("rejected", "declined", "Declined")
                        .because(
                                "decline-reason",
                                "not-responsible-body",
                                "Not the responsible body",
                                "Another trust holds the contract for this area.");
        send(asked, answer, "ehc-advice-final", "update", "declines, with written reasons");
    }

    private void putOff(TrustCase asked) {
        late.until(asked.request().dueOn(), asked.request().conversation(), asked);
    }

    /// A trust that is late says why once the day has passed, and then advises.
    private void relyOnException(TrustCase asked) {
        if (asked.isClosed()) {
            return;
        }
        errands.later(
                () -> {
                    except(asked);
                    errands.later(() -> provide(asked));
                });
    }

    private void except(TrustCase asked) {
        LocalDate missed = asked.request().dueOn().minusWeeks(1);
        TrustAnswer answer =
                answerTo(asked)
                        .state("on-hold", "late-exception", "Late: statutory exception relied on")
                        .because(
                                "late-exception",
                                "missed-appointment",
                                "Failed to keep an appointment",
                                "Clinic appointment of " + missed + " not attended")
                        .output(
                                "expected-by",
                                "Advice now expected by",
                                narrator.today().plusWeeks(2))
                        .since("exception-period", "Days the exception holds for", missed)
                        .output(
                                "exception-author",
                                "Vouched for by",
                                "Designated Clinical Officer");
        send(
                asked,
                answer,
                "ehc-advice-interim",
                "update",
                "is late and relies on an exception: an appointment was not kept");
    }

    private TrustAnswer answerTo(TrustCase asked) {
        return new TrustAnswer(asked.request(), asked.nextVersion(), narrator.moment());
    }

    private void send(
            TrustCase asked, TrustAnswer answer, String definition, String reason, String told) {
        Wire wire = asked.request().wire();
        ExchangeDoor.Answer came =
                exchange.post(
                        "/fhir/$process-message",
                        wire.mediaType(),
                        wire.write(answer.bundle(definition, reason))
                                .getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "X-Request-Id", answer.id(),
                                "X-Correlation-Id", asked.request().conversation()));
        narrator.tell(Adviser.TRUST, came.isGood() ? told : came.refusal());
    }
}
