package org.ehcexchange.console;

import org.ehcexchange.ledger.held.Held;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is held, in memory; nothing here decides.
class InMemoryHeld implements Held {

    private final List<Item> items = new ArrayList<>();

    void hold(Item item) {
        items.add(item);
    }

    @Override
    public List<Item> waiting(UUID after, int limit) {
        return List.copyOf(items);
    }

    @Override
    public Optional<String> became(UUID item) {
        return Optional.empty();
    }

    @Override
    public Deciding release(UUID item, Decision decision) {
        return new Deciding.NotFound();
    }

    @Override
    public Deciding reject(UUID item, Decision decision) {
        return new Deciding.NotFound();
    }
}
