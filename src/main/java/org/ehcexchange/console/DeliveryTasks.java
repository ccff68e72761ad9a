package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.delivery.DeadLetters;
import org.ehcexchange.delivery.Partners;
import org.ehcexchange.directory.Duty;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Deliveries that need a person, and partners that get none.
@Component
class DeliveryTasks implements TaskSource {

    private static final String DEAD = "dead";

    /// A weekend is no silence.
    private static final int DAYS_OF_SILENCE = 3;

    private final DeadLetters letters;
    private final Partners partners;
    private final Names names;

    DeliveryTasks(DeadLetters letters, Partners partners, Names names) {
        this.letters = letters;
        this.partners = partners;
        this.names = names;
    }

    @Override
    public List<Task> of(SignedIn you) {
        return you.hasAtHome(Duty.ENGINEER)
                ? Stream.concat(dead(), partners.all().stream().flatMap(this::of)).toList()
                : List.of();
    }

    private Stream<Task> of(Partners.Partner partner) {
        Partners.Pause pause = partner.pause();
        return pause == null ? silent(partner) : Stream.of(paused(partner, pause));
    }

    private Stream<Task> dead() {
        return letters.page(new DeadLetters.Query(DEAD, null, null, MOST)).deliveries().stream()
                .map(
                        letter ->
                                new Task(
                                        Task.Urgency.DEAD,
                                        Words.plain(letter.type().code()),
                                        names.of(letter.to()),
                                        Words.orNothing(letter.reason()),
                                        "/deliveries/" + letter.id()));
    }

    /// Where it lets something lie although nothing holds it back: most of all, one that no longer
    /// collects.
    private Stream<Task> silent(Partners.Partner partner) {
        return Stream.ofNullable(partner.oldestSince())
                .map(LondonDay::of)
                .filter(since -> since.isBefore(silentSince()))
                .map(since -> silent(partner, since));
    }

    private LocalDate silentSince() {
        return names.today().minusDays(DAYS_OF_SILENCE);
    }

    private static Task silent(Partners.Partner partner, LocalDate since) {
        return new Task(
                Task.Urgency.SILENT,
                waiting(partner),
                partner.name(),
                "has taken nothing of it since " + Words.day(since),
                "/partners/" + partner.code());
    }

    private static String waiting(Partners.Partner partner) {
        return partner.waiting() == 1 ? "1 waits" : partner.waiting() + " wait";
    }

    private static Task paused(Partners.Partner partner, Partners.Pause pause) {
        return new Task(
                Task.Urgency.PAUSED,
                waiting(partner),
                partner.name(),
                pause.why(),
                "/partners/" + partner.code());
    }
}
