package org.ehcexchange.simulator;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.simulator.Council.Ask;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

/// Shows one EHC needs assessment going round, as the council's case system sees it.
@Component
@Profile("demo & !" + SouthmereExchange.PROFILE)
class DemoStory {

    /// Advice, late with an exception, not known, advice: see [Reply].
    private static final String ENDING = "PLNP";

    private static final int EACH_STEP_MILLIS = 250;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private static final Ask SCHOOL = new Ask(Adviser.SCHOOL, "educational", "6(1)(b)");
    private static final Ask TRUST = new Ask(Adviser.TRUST, "medical", "6(1)(c)");
    private static final Ask PSYCHOLOGY = new Ask(Adviser.PSYCHOLOGY, "psychological", "6(1)(d)");
    private static final Ask SOCIAL_CARE = new Ask(Adviser.SOCIAL_CARE, "social-care", "6(1)(e)");
    private static final Ask NURSERY = new Ask(Adviser.NURSERY, "educational", "6(1)(b)");
    private static final Ask PAEDIATRICS = new Ask(Adviser.PAEDIATRICS, "medical", "6(1)(c)");
    private static final Ask TO_BE_REFUSED = new Ask(Adviser.SCHOOL, "medical", "6(1)(c)");

    private final SimulatorSettings settings;
    private final Council council;
    private final Narrator narrator;
    private final ExchangeAddress exchange;
    private final PlanStory plan;

    DemoStory(
            SimulatorSettings settings,
            Council council,
            Narrator narrator,
            ExchangeAddress exchange,
            PlanStory plan) {
        this.settings = settings;
        this.council = council;
        this.narrator = narrator;
        this.exchange = exchange;
        this.plan = plan;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.story()) {
            Thread.ofVirtual().name("demo-story").start(this::tell);
        }
    }

    private void tell() {
        String caseReference = caseReference();
        narrator.line("");
        narrator.line(
                "EHC Exchange, demonstration. The child and everything said of it is invented.");
        narrator.line("Northshire assesses one child's needs: case " + caseReference);
        narrator.line("");
        try {
            assess(caseReference);
            plan.tell();
            leaveWork();
        } catch (ExchangeAway away) {
            narrator.line("The story stops: " + away.getMessage());
        }
        narrator.line("");
        narrator.line("Look at it:   " + exchange.url() + "/");
        plan.end();
        narrator.line("Ask for it:   see \"A session with curl\" in README.md");
        narrator.line("Stop it:      Ctrl-C; what was accepted is there again at the next start");
        narrator.line("");
    }

    private void assess(String caseReference) {
        JsonNode views = council.upload(familyViews());
        List<String> asked =
                List.of(SCHOOL, TRUST, SOCIAL_CARE, PSYCHOLOGY).stream()
                        .map(ask -> council.ask(caseReference, ask, views))
                        .toList();
        council.ask(caseReference, NURSERY, views);
        council.ask(caseReference, PAEDIATRICS, views);
        council.ask(caseReference, TO_BE_REFUSED, views);
        council.decide(caseReference);
        String late = asked.get(1);
        for (String conversation : asked) {
            collectUntil(
                    () ->
                            conversation.equals(late)
                                    ? isIn(late, "acknowledged")
                                    : isDone(conversation));
        }
        remind(late, Duration.ofDays(29), 1);
        remind(late, Duration.ofDays(7), 2);
        council.moveClock(Duration.ofDays(8));
        if (council.conversation(late).at("/summary/overdue").asBoolean()) {
            narrator.tell("The exchange", "shows " + Adviser.TRUST.title() + " as overdue");
        }
        collectUntil(() -> isDone(late));
    }

    /// What a newcomer finds to do on the pages, besides the advice that the nursery owes.
    private void leaveWork() {
        narrator.line("");
        narrator.line(
                "On the pages wait for you: advice of the nursery and of paediatrics, and these.");
        narrator.line("");
        council.askWithAMistypedName(caseReference(), TRUST, council.upload(familyViews()));
        plan.comeBack();
    }

    private void remind(String conversation, Duration forward, int reminders) {
        council.moveClock(forward);
        collectUntil(() -> sentToTrust(conversation) > reminders);
    }

    private void collectUntil(BooleanSupplier done) {
        long steps = LONGEST_WAIT.toMillis() / EACH_STEP_MILLIS;
        for (long step = 0; step < steps && !done.getAsBoolean(); step++) {
            LockSupport.parkNanos(Duration.ofMillis(EACH_STEP_MILLIS).toNanos());
            council.collect();
        }
        council.collect();
    }

    private boolean isDone(String conversation) {
        return List.of("provided", "nothing-known", "declined").stream()
                .anyMatch(state -> isIn(conversation, state));
    }

    private boolean isIn(String conversation, String state) {
        return council.conversation(conversation).at("/summary/state").asText().equals(state);
    }

    private long sentToTrust(String conversation) {
        JsonNode deliveries = council.conversation(conversation).path("deliveries");
        return StreamSupport.stream(deliveries.spliterator(), false)
                .filter(delivery -> delivery.path("to").asText().equals(Adviser.TRUST.code()))
                .filter(delivery -> delivery.path("state").asText().equals("delivered"))
                .count();
    }

    private static Report familyViews() {
        return Report.of(
                "The family's views",
                List.of("Invented for a demonstration; about no real child."));
    }

    private String caseReference() {
        int number = Math.floorMod(UUID.randomUUID().hashCode(), 10_000);
        return "EHC-%d-%04d-%s".formatted(narrator.today().getYear(), number, ENDING);
    }
}
