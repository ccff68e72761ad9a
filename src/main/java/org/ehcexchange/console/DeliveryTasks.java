package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.delivery.DeadLetters;
import org.ehcexchange.delivery.Partners;
import org.ehcexchange.directory.Duty;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Stream;

/// Deliveries that need a person, and partners that get none.
@Component
class DeliveryTasks implements TaskSource {

    private static final String DEAD = "dead";

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
        return you.hasAtHome(Duty.ENGINEER) ? Stream.concat(dead(), paused()).toList() : List.of();
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

    private Stream<Task> paused() {
        return partners.all().stream()
                .flatMap(
                        partner ->
                                Stream.ofNullable(partner.pause())
                                        .map(pause -> paused(partner, pause)));
    }

    private static Task paused(Partners.Partner partner, Partners.Pause pause) {
        return new Task(
                Task.Urgency.PAUSED,
                partner.waiting() == 1 ? "1 waits" : partner.waiting() + " wait",
                partner.name(),
                pause.why(),
                "/partners/" + partner.code());
    }
}
