package org.ehcexchange.casefile;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.casefile.CaseFiles.State;
import org.ehcexchange.casefile.Consequences.Followed;
import org.ehcexchange.directory.Current;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.disclosure.CaseEvent;
import org.ehcexchange.disclosure.Coverage;
import org.ehcexchange.disclosure.MandatoryRecipients;
import org.ehcexchange.disclosure.MessagePlan;
import org.ehcexchange.ledger.casesleft.CasesLeft;
import org.ehcexchange.ledger.casesleft.CasesLeft.How;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

/// What follows from an event: everybody must have been told whom the law names, and then time
/// limits begin, are met, or fall away.
@Component
class Happenings {

    private final MandatoryRecipients recipients;
    private final Directory directory;
    private final CaseClocks clocks;
    private final CaseRows files;
    private final CasesLeft left;

    Happenings(
            MandatoryRecipients recipients,
            Directory directory,
            CaseClocks clocks,
            CaseRows files,
            CasesLeft left) {
        this.recipients = recipients;
        this.directory = directory;
        this.clocks = clocks;
        this.files = files;
        this.left = left;
    }

    Followed follow(CaseRows.Row file, Matter.Happened happened, LocalDate on, LocalDate today) {
        List<Violation> missed = missed(file.key(), happened, on.isAfter(today) ? today : on);
        if (!missed.isEmpty()) {
            return new Followed.Refused(missed);
        }
        Followed followed =
                clocks.follow(
                        file.subject(),
                        happened.event(),
                        new EventDays(on, happened.days()),
                        today);
        if (followed instanceof Followed.Done) {
            keep(file, happened.event(), on);
        }
        return followed;
    }

    /// How the case stands from now on, and since when it counts.
    private void keep(CaseRows.Row file, EventLine event, LocalDate on) {
        State then = event.then();
        if (then != null) {
            files.stand(file, then);
        }
        if (event.equals(CaseEvents.SHIPPED.requested())) {
            files.requestedOn(file, on);
        }
        How how = event.leaves();
        if (how != null) {
            left.left(file.subject(), how, on);
        }
    }

    private List<Violation> missed(CaseKey key, Matter.Happened happened, LocalDate day) {
        CaseEvent event = happened.event().tells();
        if (event == null) {
            return List.of();
        }
        MessagePlan plan =
                new MessagePlan(
                        event,
                        day,
                        acting(key, day),
                        happened.practice(),
                        happened.told(),
                        happened.absent());
        return switch (recipients.check(plan, directory)) {
            case Coverage.Complete complete -> List.of();
            case Coverage.Incomplete(List<Coverage.Missing> missing) ->
                    missing.stream().map(Missed::of).toList();
        };
    }

    /// Who has the authority's duties on the day.
    private OrganisationCode acting(CaseKey key, LocalDate day) {
        return directory.current(key.authority(), day) instanceof Current.Succeeded succeeded
                ? succeeded.organisation().code()
                : key.authority();
    }
}
