package org.ehcexchange.simulator;

import com.fasterxml.jackson.databind.JsonNode;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Shows one plan moving to the neighbouring authority's exchange, as both councils' case systems
/// see it.
@Component
@Profile("demo & !" + SouthmereExchange.PROFILE)
class PlanStory {

    private static final int EACH_STEP_MILLIS = 250;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final SimulatorSettings settings;
    private final SouthmereExchange southmere;
    private final MovingHouse councils;
    private final Narrator narrator;

    PlanStory(
            SimulatorSettings settings,
            SouthmereExchange southmere,
            MovingHouse councils,
            Narrator narrator) {
        this.settings = settings;
        this.southmere = southmere;
        this.councils = councils;
        this.narrator = narrator;
    }

    void tell() {
        narrator.line("");
        narrator.line("A family moves to Southmere, whose council has an exchange of its own.");
        narrator.line("");
        southmere.await();
        councils.agreeOnTheTime();
        String plan = councils.send(papers());
        if (reaches("received", plan)) {
            narrator.tell("The exchange", "has Southmere's signed receipt: all of it is there");
            councils.accept(plan);
        }
        if (reaches("accepted", plan)) {
            narrator.tell("The exchange", "has Southmere's acceptance: nobody let go before");
            prove(plan);
            waitFor(councils::isCommissionerTold);
        }
    }

    /// Leaves a plan at the council for somebody to accept.
    void comeBack() {
        councils.comeBack(List.of(paper("Report of the last annual review")));
    }

    private static List<Report> papers() {
        return List.of(
                paper("Advice of the educational psychologist"),
                paper("Advice of the paediatrician"),
                paper("Report of the last annual review"));
    }

    private static Report paper(String title) {
        return Report.of(title, List.of("Invented for a demonstration; about no real child."));
    }

    private boolean reaches(String state, String plan) {
        return waitFor(() -> councils.state(plan).equals(state));
    }

    private static boolean waitFor(BooleanSupplier there) {
        long steps = LONGEST_WAIT.toMillis() / EACH_STEP_MILLIS;
        for (long step = 0; step < steps && !there.getAsBoolean(); step++) {
            LockSupport.parkNanos(Duration.ofMillis(EACH_STEP_MILLIS).toNanos());
        }
        return there.getAsBoolean();
    }

    private void prove(String plan) {
        Path file = settings.folder().resolve("evidence.jsonl");
        try {
            Files.writeString(file, councils.evidence(plan));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        narrator.tell("Council", "takes the proof of it: ./verify-evidence " + file);
    }

    /// Where to look at the other end.
    void end() {
        narrator.line("Southmere's:  " + southmere.url() + "/");
    }

    /// A message from an inbox, as far as a story says it.
    static String described(JsonNode message) {
        return "the plan with its " + message.path("documents").size() + " documents";
    }
}
