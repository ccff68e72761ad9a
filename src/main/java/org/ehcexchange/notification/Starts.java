package org.ehcexchange.notification;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.NotificationCause;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Texts;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.clock.Unworkable;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Role;
import org.ehcexchange.ledger.commissioner.CommissionerClocks;
import org.ehcexchange.ledger.commissioner.PlansOnRecord;
import org.ehcexchange.notification.Changes.By;
import org.ehcexchange.notification.Changes.Starting;
import org.ehcexchange.notification.ResponsibleBodies.Resolved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Starts a change for another reason than a move between authorities, by the word of the old
/// commissioner or of the authority.
@Component
class Starts {

    private final StartRows rows;
    private final ChangeLists lists;
    private final PlansOnRecord plans;
    private final ResponsibleBodies commissioners;
    private final CommissionerClocks clocks;
    private final Directory directory;
    private final ChangeWork work;
    private final InstantSource clock;

    Starts(
            StartRows rows,
            ChangeLists lists,
            PlansOnRecord plans,
            ResponsibleBodies commissioners,
            CommissionerClocks clocks,
            Directory directory,
            ChangeWork work,
            InstantSource clock) {
        this.rows = rows;
        this.lists = lists;
        this.plans = plans;
        this.commissioners = commissioners;
        this.clocks = clocks;
        this.directory = directory;
        this.work = work;
        this.clock = clock;
    }

    /// @param from the old commissioner; absent where it is the caller, or the directory says
    /// @param changedOn the day of the change
    /// @param awareOn the day the old commissioner became aware; absent: the day it is told
    record Word(
            UUID id,
            String plan,
            @Nullable OrganisationCode from,
            OrganisationCode to,
            LocalDate changedOn,
            @Nullable LocalDate awareOn) {

        static Word read(Fields fields) {
            return new Word(
                    fields.required("id", Kinds.UNIQUE_ID),
                    fields.required("plan", Texts.REFERENCE),
                    fields.optional("from", Kinds.ORGANISATION),
                    fields.required("to", Kinds.ORGANISATION),
                    fields.required("changedOn", Kinds.DATE),
                    fields.optional("awareOn", Kinds.DATE));
        }
    }

    Starting start(By by, Map<String, Object> said, String sha256) {
        return switch (Form.read(said, Word::read)) {
            case Form.Faulty<Word>(var why) -> new Starting.Faulty(why);
            case Form.Sound<Word>(Word word) -> start(by, word, sha256);
        };
    }

    private Starting start(By by, Word word, String sha256) {
        ConversationId id = new ConversationId(word.id());
        Optional<String> before = rows.sha256(id);
        return before.map(
                        known ->
                                known.equals(sha256) ? repeat(by.body(), id) : new Starting.Taken())
                .orElseGet(() -> startNew(by, word, sha256));
    }

    private Starting repeat(OrganisationCode caller, ConversationId id) {
        return lists.find(caller, id)
                .<Starting>map(Starting.AlreadyStarted::new)
                .orElseGet(Starting.Taken::new);
    }

    private Starting startNew(By by, Word word, String sha256) {
        OrganisationCode caller = by.body();
        Instant now = clock.instant();
        LocalDate today = LondonDay.of(now);
        Optional<PlansOnRecord.Found> plan = plans.latest(caller, word.plan());
        boolean authority = is(caller, Role.AUTHORITY);
        LocalDate aware = authority || word.awareOn() == null ? today : word.awareOn();
        List<Violation> wrong = new ArrayList<>(bodies(caller, word, today));
        wrong.addAll(days(word, aware, today));
        if (plan.isEmpty()) {
            wrong.add(unknownPlan());
        }
        if (!wrong.isEmpty()) {
            return new Starting.Faulty(wrong);
        }
        PlansOnRecord.Found found = plan.orElseThrow();
        rows.add(
                new StartRows.New(
                        word,
                        authority ? caller : found.authority(),
                        authority ? word.from() : caller,
                        found.conversation(),
                        aware,
                        sha256),
                by,
                now);
        work.doNow(new ConversationId(word.id()));
        return new Starting.Started(
                lists.find(caller, new ConversationId(word.id())).orElseThrow());
    }

    private boolean is(OrganisationCode code, Role role) {
        return directory.find(code).filter(found -> found.is(role)).isPresent();
    }

    private List<Violation> bodies(OrganisationCode caller, Word word, LocalDate today) {
        if (!is(caller, Role.AUTHORITY) && !is(caller, Role.HEALTH_COMMISSIONER)) {
            return List.of(
                    new Violation(
                            "",
                            "a change of commissioner is for the old commissioner or the authority"
                                    + " to start",
                            "tell one of them"));
        }
        OrganisationCode old = is(caller, Role.HEALTH_COMMISSIONER) ? caller : word.from();
        Resolved to = commissioners.named(old == null ? caller : old, word.to(), today);
        return switch (to) {
            case Resolved.Two two -> List.of();
            case Resolved.SameBody same -> List.of(violation("/to", same.why()));
            case Resolved.Open open -> List.of(violation("/to", open.why()));
        };
    }

    private List<Violation> days(Word word, LocalDate aware, LocalDate today) {
        LocalDate said = word.awareOn();
        if (said != null && said.isAfter(today)) {
            return List.of(
                    new Violation(
                            "/awareOn",
                            "awareOn is in the future",
                            "send the day on which the commissioner became aware of the change"));
        }
        return clocks.due(NotificationCause.OTHER, word.changedOn(), aware)
                        instanceof Unworkable unworkable
                ? unworkable.reasons()
                : List.of();
    }

    private static Violation violation(String pointer, String why) {
        return new Violation(
                pointer, why, "name the health commissioner (CCG/ICB) that becomes responsible");
    }

    private static Violation unknownPlan() {
        return new Violation(
                "/plan",
                "no plan with this reference and sections C and G is on record that you sent or"
                        + " were sent",
                "send a plan-copy of it first, or correct the reference");
    }
}
