package org.ehcexchange.notice;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What an email says: plain text that names no child.
record Letter(String subject, String body) {

    /// More than these nobody reads in an email: the page shows them all.
    private static final int MOST = 40;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    /// @param organisation whose person is written to, by name
    static Letter of(List<Sighting.There> seen, String organisation, NoticeSettings settings) {
        String told =
                seen.stream()
                        .limit(MOST)
                        .map(one -> paragraph(one, settings))
                        .collect(Collectors.joining("\n"));
        return new Letter(
                subject(seen), told + rest(seen.size(), settings) + "\n" + end(organisation));
    }

    private static String end(String organisation) {
        return """
        --
        %s gave this address for notices of the EHC exchange. They name no child: sign in to see
        more. Nobody reads answers to this email. To stop the notices or change the address, ask
        whoever keeps your organisation's entry in the directory.
        """
                .formatted(organisation);
    }

    private static String subject(List<Sighting.There> seen) {
        Sighting.There first = seen.getFirst();
        return seen.size() == 1
                ? first.what() + in(": ", first.reference()) + in(", due ", day(first.dueOn()))
                : "%d things wait for you in the EHC exchange".formatted(seen.size());
    }

    private static String paragraph(Sighting.There one, NoticeSettings settings) {
        return one.what()
                + "\n"
                + in("Case reference: ", one.reference(), "\n")
                + one.who()
                + "\n"
                + in("Due: ", day(one.dueOn()), "\n")
                + settings.link(one.path())
                + "\n";
    }

    private static String rest(int count, NoticeSettings settings) {
        return count <= MOST
                ? ""
                : "\nAnd %d more, on the page Today:\n%s\n"
                        .formatted(count - MOST, settings.link("/"));
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : DAY.format(day);
    }

    private static String in(String before, @Nullable Object what, String... after) {
        return what == null ? "" : before + what + String.join("", after);
    }
}
