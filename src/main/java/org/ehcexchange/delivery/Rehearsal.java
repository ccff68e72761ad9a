package org.ehcexchange.delivery;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.delivery.SelfTest.Step;
import org.ehcexchange.delivery.SelfTest.Verdict;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.DirectorySettings;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.disclosure.Circumstances;
import org.ehcexchange.disclosure.Cleared;
import org.ehcexchange.disclosure.Decision;
import org.ehcexchange.disclosure.Gate;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Takes one of each message through the gate and into the partner's format; sends one only when
/// told to.
@Component
class Rehearsal {

    private final Directory directory;
    private final DirectorySettings settings;
    private final Gate gate;
    private final Senders senders;
    private final InstantSource clock;

    Rehearsal(
            Directory directory,
            DirectorySettings settings,
            Gate gate,
            Senders senders,
            InstantSource clock) {
        this.directory = directory;
        this.settings = settings;
        this.gate = gate;
        this.senders = senders;
        this.clock = clock;
    }

    List<Step> of(Organisation to, boolean send) {
        Organisation home = directory.find(new OrganisationCode(settings.home())).orElseThrow();
        if (!Senders.isSentTo(to.channel())) {
            return List.of(collected());
        }
        Instant now = clock.instant();
        Samples samples = new Samples(home.code(), to, now);
        AdviceRequest request = samples.request();
        List<Step> steps = new ArrayList<>();
        steps.add(rehearse(request, request, home, to));
        samples.following().forEach(each -> steps.add(rehearse(each, request, home, to)));
        if (send) {
            steps.add(send(request, home, to));
        }
        return steps;
    }

    private static Step collected() {
        return new Step(
                "Messages",
                Verdict.NOTE,
                "What it collects is written when it comes for it; nothing can be sent.");
    }

    private Step rehearse(
            EhcMessage message, AdviceRequest request, Organisation home, Organisation to) {
        String what = "Message " + message.type().code();
        return switch (decide(message, home, to)) {
            case Decision.Refused refused -> refused(what, refused);
            case Cleared cleared -> {
                Rehearsed done = senders.rehearse(consignment(cleared, request, home));
                yield done.faults().isEmpty()
                        ? new Step(
                                what,
                                Verdict.FINE,
                                "It can be written %s.".formatted(done.format()))
                        : new Step(
                                what,
                                Verdict.WRONG,
                                "It cannot be written %s: %s"
                                        .formatted(done.format(), String.join(" ", done.faults())));
            }
        };
    }

    /// Not a fault of the partner: it is asked for no advice.
    private static Step refused(String what, Decision.Refused refused) {
        return new Step(
                what,
                Verdict.NOTE,
                "The disclosure gate would not let it go to this body: "
                        + refused.reasons().stream()
                                .map(reason -> reason.problem())
                                .collect(Collectors.joining("; ")));
    }

    private Decision decide(EhcMessage message, Organisation home, Organisation to) {
        return gate.decide(message, home, to, Circumstances.on(LondonDay.of(clock.instant())));
    }

    private Consignment consignment(Cleared cleared, AdviceRequest request, Organisation home) {
        Instant now = clock.instant();
        return new Consignment(
                UUID.randomUUID(),
                cleared,
                home,
                now,
                1,
                "requested",
                request,
                now,
                null,
                LondonDay.of(now).plusWeeks(6),
                1);
    }

    private Step send(AdviceRequest request, Organisation home, Organisation to) {
        String what = "Test message";
        return switch (decide(request, home, to)) {
            case Decision.Refused refused -> refused(what, refused);
            case Cleared cleared -> sent(what, senders.send(consignment(cleared, request, home)));
        };
    }

    private static Step sent(String what, Sending sending) {
        return switch (sending) {
            case Sending.Sent sent ->
                    new Step(
                            what,
                            Verdict.FINE,
                            "They took it: %s. It says that it is a test and about no child."
                                    .formatted(sent.proof()));
            case Sending.TryAgain _, Sending.Unreachable _, Sending.Failed _ ->
                    new Step(what, Verdict.WRONG, "They did not take it: " + reason(sending) + ".");
        };
    }

    static String reason(Sending sending) {
        return switch (sending) {
            case Sending.Sent(String proof, var wire) -> proof;
            case Sending.TryAgain(String reason) -> reason;
            case Sending.Unreachable(String reason) -> reason;
            case Sending.Failed(String reason) -> reason;
        };
    }
}
