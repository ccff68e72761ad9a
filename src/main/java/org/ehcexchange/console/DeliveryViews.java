package org.ehcexchange.console;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Parsed;
import org.ehcexchange.delivery.DeadLetters;
import org.ehcexchange.delivery.DeadLetters.Attempt;
import org.ehcexchange.delivery.DeadLetters.Replay;
import org.ehcexchange.delivery.Partners;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Puts together what is under way: each partner's queue, and its deliveries.
@Component
class DeliveryViews {

    private static final int LINES = 25;

    private static final Map<String, String> STATES = states();

    private final DeadLetters letters;
    private final Partners partners;
    private final Names names;

    DeliveryViews(DeadLetters letters, Partners partners, Names names) {
        this.letters = letters;
        this.partners = partners;
        this.names = names;
    }

    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("dead", "Needs a person");
        states.put("waiting", "On its way");
        states.put("collect", "Waits to be collected");
        states.put("delivered", "Delivered");
        states.put("discarded", "Discarded");
        states.put("refused", "Refused by the disclosure gate");
        return states;
    }

    /// What to look for, as the form has it.
    ///
    /// @param to a partner's code; nothing for all
    record Filter(@Nullable String state, @Nullable String to, @Nullable UUID after) {

        String chosen() {
            return state == null || !STATES.containsKey(state) ? "dead" : state;
        }

        private @Nullable OrganisationCode partner() {
            return OrganisationCode.parse(Words.orNothing(to))
                            instanceof Parsed.Value<OrganisationCode>(OrganisationCode code)
                    ? code
                    : null;
        }
    }

    /// @param next what to give as `after` for the next page; absent on the last
    record Page(
            List<PartnerLine> partners,
            Map<String, String> states,
            Filter filter,
            List<DeliveryLine> lines,
            @Nullable UUID next) {

        /// Whether any of them can be replayed.
        public boolean dead() {
            return lines.stream().anyMatch(DeliveryLine::dead);
        }

        public String state() {
            return filter.chosen();
        }
    }

    Page page(Filter filter) {
        DeadLetters.Page page =
                letters.page(
                        new DeadLetters.Query(
                                filter.chosen(), filter.partner(), filter.after(), LINES));
        return new Page(
                partners.all().stream().map(partner -> PartnerLine.of(partner, names)).toList(),
                STATES,
                filter,
                page.deliveries().stream().map(letter -> DeliveryLine.of(letter, names)).toList(),
                page.next());
    }

    /// One delivery, and what sending it again would do.
    record Sheet(DeliveryLine line, Replay replay, List<Tried> attempts) {}

    /// @param reason absent when it was sent
    record Tried(String at, String outcome, @Nullable String reason) {

        private static Tried of(Attempt attempt) {
            return new Tried(
                    Words.moment(attempt.at()), Words.plain(attempt.outcome()), attempt.reason());
        }
    }

    Optional<Sheet> sheet(UUID id) {
        return letters.preview(id)
                .map(
                        replay ->
                                new Sheet(
                                        DeliveryLine.of(replay.delivery(), names),
                                        replay,
                                        letters.attempts(id).stream().map(Tried::of).toList()));
    }
}
