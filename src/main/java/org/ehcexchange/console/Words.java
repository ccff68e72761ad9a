package org.ehcexchange.console;

import org.ehcexchange.clock.LondonDay;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/// What the record's codes are called on a page, and in which of the design system's tag colours.
final class Words {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yy", Locale.UK);

    private static final Map<String, Tag> STATES =
            Map.of(
                    "held", new Tag("Held", "orange"),
                    "refused", new Tag("Refused", "red"),
                    "rejected", new Tag("Rejected", "red"),
                    "requested", new Tag("Asked", "blue"),
                    "acknowledged", new Tag("Received", "light-blue"),
                    "late", new Tag("Late, exception", "yellow"),
                    "provided", new Tag("Advice given", "green"),
                    "nothing-known", new Tag("Not known to them", "purple"),
                    "declined", new Tag("Declined", "pink"),
                    "withdrawn", new Tag("Withdrawn", "grey"));

    private Words() {}

    record Tag(String text, String colour) {}

    /// @param exception the kind that was accepted; absent when none was
    static Tag state(String code, @Nullable String exception) {
        if (code.equals("late") && exception == null) {
            return new Tag("Late, not excused", "red");
        }
        return STATES.getOrDefault(code, new Tag(plain(code), "grey"));
    }

    /// How a delivery stands, in a word.
    static String delivery(String code) {
        return switch (code) {
            case "ready", "queued", "sending" -> "on its way";
            case "collect" -> "waits to be collected";
            case "dead" -> "needs a person";
            default -> code;
        };
    }

    /// A code as words: `social-care` is "Social care".
    static String plain(String code) {
        String words = code.replace('-', ' ');
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String day(Instant instant) {
        return day(LondonDay.of(instant));
    }

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    static String orNothing(@Nullable String words) {
        return words == null ? "" : words;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// Europe/London
    static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(LONDON));
    }

    /// How much, as people say it: 30.2 MB.
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000
                ? "%d KB".formatted(bytes / 1000)
                : String.format(Locale.UK, "%.1f MB", bytes / 1e6);
    }

    /// What kind of file it is, and how large.
    static String file(String mediaType, long bytes) {
        String kind =
                switch (mediaType) {
                    case "application/pdf" -> "PDF";
                    case "image/jpeg", "image/png" -> "picture";
                    case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ->
                            "Word document";
                    default -> "file";
                };
        return kind + ", " + size(bytes);
    }

    /// @param exception the kind that was accepted; absent when none was
    static String left(LocalDate dueOn, LocalDate today, @Nullable String exception) {
        long days = ChronoUnit.DAYS.between(today, dueOn);
        if (days == 0) {
            return "due today";
        }
        return days > 0 ? count(days) + " left" : relying(count(-days) + " over", exception);
    }

    /// How late an answer came, and what was relied on; none when it came in time.
    static @Nullable String given(LocalDate dueOn, LocalDate metOn, @Nullable String exception) {
        if (!metOn.isAfter(dueOn)) {
            return null;
        }
        return relying(count(ChronoUnit.DAYS.between(dueOn, metOn)) + " late", exception);
    }

    private static String relying(String late, @Nullable String exception) {
        return exception == null ? late : late + ", exception: " + exception.replace('-', ' ');
    }

    private static String count(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
