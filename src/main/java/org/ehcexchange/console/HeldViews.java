package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.casefile.HeldChildren;
import org.ehcexchange.ledger.Reader;
import org.ehcexchange.ledger.children.TwoRecords;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.ledger.held.HeldRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Puts together what is held: messages, and cases whose child is in doubt.
@Component
class HeldViews {

    private static final int LINES = 25;
    private static final int CASES = 100;
    private static final String PURPOSE = "to say which child what is held is about";

    private final Held held;
    private final HeldChildren cases;
    private final HeldRecords records;
    private final Names names;

    HeldViews(Held held, HeldChildren cases, HeldRecords records, Names names) {
        this.held = held;
        this.cases = cases;
        this.records = records;
        this.names = names;
    }

    /// @param next what to give as `after` for the next page; absent on the last
    record Page(List<HeldThing> things, @Nullable UUID next) {}

    Page page(@Nullable UUID after) {
        List<Held.Item> found = held.waiting(after, LINES + 1);
        boolean more = found.size() > LINES;
        List<Held.Item> page = more ? found.subList(0, LINES) : found;
        Stream<HeldThing> named =
                after == null
                        ? cases.waiting(CASES).stream().map(item -> HeldThing.of(item, names))
                        : Stream.empty();
        return new Page(
                Stream.concat(page.stream().map(item -> HeldThing.of(item, names)), named).toList(),
                more ? page.getLast().id() : null);
    }

    /// @param alone what came, where nobody on record is like it any more
    record Sheet(HeldThing thing, List<Compared> compared, List<Compared.Line> alone) {}

    /// Looking is audited. Empty when it is not held, or no more.
    Optional<Sheet> look(UUID id, SignedIn you) {
        Reader reader = new Reader(you.code(), you.getName(), PURPOSE);
        return records.look(id, reader)
                .map(look -> sheet(HeldThing.of(look.item(), names), look.records()))
                .or(
                        () ->
                                cases.look(id, reader)
                                        .map(
                                                look ->
                                                        sheet(
                                                                HeldThing.of(look.item(), names),
                                                                look.records())));
    }

    private static Sheet sheet(HeldThing thing, TwoRecords both) {
        return new Sheet(
                thing,
                Compared.of(both),
                both.onRecord().isEmpty() ? Compared.alone(both.came()) : List.of());
    }
}
