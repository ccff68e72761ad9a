package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.directory.Duty;
import org.ehcexchange.ledger.held.Held;
import org.springframework.stereotype.Component;

import java.util.List;

/// Messages about a child who may be another.
@Component
class HeldTasks implements TaskSource {

    private final Held held;
    private final Names names;

    HeldTasks(Held held, Names names) {
        this.held = held;
        this.names = names;
    }

    @Override
    public List<Task> of(SignedIn you) {
        return you.hasAtHome(Duty.CASEWORKER)
                ? held.waiting(null, MOST).stream().map(this::task).toList()
                : List.of();
    }

    private Task task(Held.Item item) {
        return new Task(
                Task.Urgency.HELD,
                Words.plain(item.type().code()),
                "%s to %s".formatted(names.of(item.from()), names.of(item.to())),
                item.why(),
                "/held/" + item.id());
    }
}
