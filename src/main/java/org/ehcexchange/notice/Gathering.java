package org.ehcexchange.notice;

import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.People;
import org.ehcexchange.directory.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Puts all that one person is to be told now into one email.
@Component
@NoticesOn
class Gathering {

    private static final Logger log = LoggerFactory.getLogger(Gathering.class);

    private static final int MOST = 500;

    /// A plan may wait months for its day; what has not come by then will not.
    private static final Duration LONGEST_WAIT = Duration.ofDays(200);

    private static final Duration SELDOM = Duration.ofHours(1);

    private final NoticeRows rows;
    private final MailRows mails;
    private final Sightings sightings;
    private final People people;
    private final Directory directory;
    private final NoticeSettings settings;
    private final InstantSource clock;

    Gathering(
            NoticeRows rows,
            MailRows mails,
            Sightings sightings,
            People people,
            Directory directory,
            NoticeSettings settings,
            InstantSource clock) {
        this.rows = rows;
        this.mails = mails;
        this.sightings = sightings;
        this.people = people;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    /// In the caller's transaction.
    void gather() {
        Map<String, List<Notice>> byPerson =
                rows.due(MOST).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Notice::person, LinkedHashMap::new, Collectors.toList()));
        byPerson.forEach(this::gather);
    }

    private void gather(String signIn, List<Notice> notices) {
        people.person(signIn)
                .filter(person -> person.email() != null)
                .ifPresentOrElse(
                        person -> write(person, notices), () -> notices.forEach(rows::over));
    }

    private void write(Person person, List<Notice> notices) {
        List<Notice> told = new ArrayList<>();
        List<Sighting.There> seen = new ArrayList<>();
        for (Notice notice : notices) {
            switch (look(person, notice)) {
                case Sighting.There there -> {
                    told.add(notice);
                    seen.add(there);
                }
                case Sighting.NotYet notYet -> wait(notice);
                case Sighting.Over over -> rows.over(notice);
            }
        }
        if (!seen.isEmpty()) {
            UUID mail = UUID.randomUUID();
            rows.goInto(mail, told);
            mails.add(mail, person.signIn(), letter(person, seen), clock.instant());
        }
    }

    /// Whoever has gone over to another organisation is told nothing more of the old one's.
    private Sighting look(Person person, Notice notice) {
        try {
            return person.organisation().equals(notice.organisation())
                    ? sightings.of(notice)
                    : new Sighting.Over();
        } catch (IllegalStateException e) {
            // One thing that cannot be read must not keep the others from being told.
            log.error("What notice {} is about cannot be read; it is tried again", notice.id(), e);
            return new Sighting.NotYet();
        }
    }

    private Letter letter(Person person, List<Sighting.There> seen) {
        String organisation =
                directory
                        .find(person.organisation())
                        .map(Organisation::name)
                        .orElse(person.organisation().value());
        return Letter.of(seen, organisation, settings);
    }

    private void wait(Notice notice) {
        Instant now = clock.instant();
        Duration waited = Duration.between(notice.happenedAt(), now);
        if (waited.compareTo(LONGEST_WAIT) > 0) {
            rows.over(notice);
        } else {
            rows.later(notice, now.plus(pause(waited)));
        }
    }

    private Duration pause(Duration waited) {
        Duration quarter = waited.dividedBy(4);
        Duration most = quarter.compareTo(SELDOM) > 0 ? SELDOM : quarter;
        return most.compareTo(settings.look()) > 0 ? most : settings.look();
    }
}
