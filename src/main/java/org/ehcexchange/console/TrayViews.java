package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.directory.People;
import org.ehcexchange.directory.Person;
import org.ehcexchange.ledger.advice.TakingBack;
import org.ehcexchange.ledger.reading.Conversations.Summary;
import org.ehcexchange.worktray.Asked;
import org.ehcexchange.worktray.Drafts;
import org.ehcexchange.worktray.HandOuts;
import org.ehcexchange.worktray.HandOuts.HandOut;
import org.ehcexchange.worktray.Tray;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Puts together what the worktray of a body shows.
@Component
class TrayViews {

    private final Tray tray;
    private final HandOuts handOuts;
    private final Drafts drafts;
    private final TakingBack takingBack;
    private final Sheets sheets;
    private final People people;
    private final Names names;

    TrayViews(
            Tray tray,
            HandOuts handOuts,
            Drafts drafts,
            TakingBack takingBack,
            Sheets sheets,
            People people,
            Names names) {
        this.tray = tray;
        this.handOuts = handOuts;
        this.drafts = drafts;
        this.takingBack = takingBack;
        this.sheets = sheets;
        this.people = people;
        this.names = names;
    }

    TrayView.Contents of(OrganisationCode body) {
        Map<ConversationId, HandOut> latest = handOuts.latest(body);
        return new TrayView.Contents(
                tray.open(body).stream().map(one -> line(one, latest.get(one.id()))).toList(),
                tray.done(body).stream().map(one -> line(one, latest.get(one.id()))).toList());
    }

    TrayView.Request of(SignedIn you, Asked asked) {
        Summary summary = asked.conversation().summary();
        List<HandOut> handed = handOuts.of(you.code(), summary.id());
        return new TrayView.Request(
                summary.id().toString(),
                line(summary, handed.isEmpty() ? null : handed.getFirst()),
                purpose(asked.request().envelope().ground()),
                sheets.of(asked.request()),
                asked.request().envelope().documents().stream().map(Cards::attachment).toList(),
                asked.isOpen(),
                summary.state().equals("requested"),
                drafts.isBegun(you.code(), summary.id()),
                handed.stream().map(this::words).toList(),
                people.peopleOf(you.code()).stream()
                        .map(one -> new TrayView.Colleague(one.signIn(), one.name()))
                        .toList(),
                takingBack.unread(you.code(), summary.id()).map(MessageId::toString).orElse(null));
    }

    private static String purpose(@Nullable Ground ground) {
        Purpose purpose = ground == null ? null : ground.purpose();
        return purpose == null ? "advice" : purpose.code();
    }

    private TrayView.Line line(Summary summary, @Nullable HandOut handed) {
        CaseReference reference = summary.caseReference();
        LocalDate dueOn = summary.dueOn();
        return new TrayView.Line(
                "/worktray/" + summary.id(),
                reference == null ? "" : reference.value(),
                names.of(summary.from()),
                Words.plain(Words.orNothing(summary.adviceType())),
                Words.state(summary.state(), summary.exception()),
                dueOn == null ? null : Words.day(dueOn),
                dueOn == null || summary.metOn() != null
                        ? null
                        : Words.left(dueOn, names.today(), summary.exception()),
                summary.overdue(),
                handed == null ? null : who(handed));
    }

    private String who(HandOut handed) {
        String colleague = handed.colleague();
        return colleague == null ? Words.orNothing(handed.provider()) : name(colleague);
    }

    private String name(String signIn) {
        return people.person(signIn).map(Person::name).orElse(signIn);
    }

    private String words(HandOut handed) {
        String note = handed.note();
        return "%s: to %s, by %s%s"
                .formatted(
                        Words.moment(handed.at()),
                        who(handed),
                        name(handed.by()),
                        note == null ? "" : " – " + note);
    }
}
