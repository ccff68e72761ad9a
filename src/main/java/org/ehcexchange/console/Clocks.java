package org.ehcexchange.console;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.clock.Day;
import org.ehcexchange.clock.Working;
import org.ehcexchange.ledger.reading.Conversations.Clock;
import org.ehcexchange.timekeeping.ClockLists;
import org.ehcexchange.timekeeping.RunningClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Puts the clocks of a conversation on a page, with their working.
@Component
class Clocks {

    private final ClockLists lists;

    Clocks(ClockLists lists) {
        this.lists = lists;
    }

    /// One duty's time.
    ///
    /// @param due absent until something starts it
    /// @param ended when what was due was done, or was no longer wanted; absent while it runs
    /// @param working absent until it is started, or where the clock is another's
    record Face(
            String duty,
            String provision,
            Words.Tag state,
            @Nullable String started,
            @Nullable String due,
            @Nullable String ended,
            String note,
            @Nullable Reckoning working) {}

    /// How the dates were worked out.
    record Reckoning(String explanation, List<Limb> limbs) {}

    /// One period that was counted.
    record Limb(String words, String on, boolean governs, List<Counted> days) {}

    /// One day that was looked at.
    ///
    /// @param number empty where it does not count
    record Counted(String day, String number, String why) {}

    Face of(OrganisationCode reader, Clock clock) {
        return new Face(
                Words.plain(clock.rule()),
                clock.provision(),
                tag(clock.state()),
                day(clock.startsOn()),
                day(clock.dueOn()),
                day(clock.endedOn()),
                clock.note(),
                working(reader, clock.id()).map(Clocks::reckoning).orElse(null));
    }

    private Optional<JsonNode> working(OrganisationCode reader, @Nullable UUID id) {
        Optional<RunningClock> clock = id == null ? Optional.empty() : lists.find(reader, id);
        return clock.map(lists::working);
    }

    /// How a date was worked out just now.
    static Reckoning reckoning(Working working) {
        return new Reckoning(
                working.explanation(), working.limbs().stream().map(Clocks::limb).toList());
    }

    private static Limb limb(org.ehcexchange.clock.Limb limb) {
        return new Limb(
                limb.words(),
                Words.day(limb.on()),
                limb.governs(),
                limb.days().stream().map(Clocks::counted).toList());
    }

    private static Counted counted(Day day) {
        Integer number = day.number();
        return new Counted(
                Words.day(day.date()), number == null ? "" : number.toString(), day.why());
    }

    private static Reckoning reckoning(JsonNode working) {
        return new Reckoning(
                working.path("explanation").asText(),
                all(working.path("limbs")).map(Clocks::limb).toList());
    }

    private static Limb limb(JsonNode limb) {
        return new Limb(
                limb.path("words").asText(),
                day(limb.path("on")),
                limb.path("governs").asBoolean(),
                all(limb.path("days")).map(Clocks::counted).toList());
    }

    private static Counted counted(JsonNode day) {
        return new Counted(
                day(day.path("date")), day.path("number").asText(""), day.path("why").asText());
    }

    private static Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String day(JsonNode date) {
        return Words.day(LocalDate.parse(date.asText()));
    }

    private static @Nullable String day(@Nullable LocalDate date) {
        return date == null ? null : Words.day(date);
    }

    private static Words.Tag tag(ClockState state) {
        String colour =
                switch (state) {
                    case NOT_STARTED, STOPPED -> "grey";
                    case RUNNING -> "blue";
                    case DUE_SOON, EXCUSED -> "yellow";
                    case OVERDUE, MET_LATE -> "red";
                    case MET -> "green";
                };
        return new Words.Tag(Words.plain(state.code()), colour);
    }
}
