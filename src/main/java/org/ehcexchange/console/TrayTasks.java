package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.ledger.reading.Conversations.Summary;
import org.ehcexchange.worktray.Tray;
import org.springframework.stereotype.Component;

import java.util.List;

/// Requests that nobody of the body has taken up yet.
@Component
class TrayTasks implements TaskSource {

    private static final String NEW = "requested";

    private final Tray tray;
    private final Names names;

    TrayTasks(Tray tray, Names names) {
        this.tray = tray;
        this.names = names;
    }

    @Override
    public List<Task> of(SignedIn you) {
        return Trays.has(you)
                ? tray.open(you.code()).stream()
                        .filter(summary -> summary.state().equals(NEW))
                        .limit(MOST)
                        .map(this::task)
                        .toList()
                : List.of();
    }

    private Task task(Summary summary) {
        CaseReference reference = summary.caseReference();
        return new Task(
                Task.Urgency.NEW,
                reference == null ? "" : reference.value(),
                names.of(summary.from()),
                Words.plain(Words.orNothing(summary.adviceType())) + " advice is asked for",
                "/worktray/" + summary.id());
    }
}
