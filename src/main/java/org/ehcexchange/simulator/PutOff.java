package org.ehcexchange.simulator;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// What a partner leaves lying until the day it was due has passed.
final class PutOff<T> {

    private final Map<String, Lying<T>> lying = new ConcurrentHashMap<>();
    private final Narrator narrator;

    PutOff(Narrator narrator) {
        this.narrator = narrator;
    }

    private record Lying<T>(LocalDate dueOn, T what) {}

    void until(LocalDate dueOn, String conversation, T what) {
        lying.put(conversation, new Lying<>(dueOn, what));
    }

    void forget(String conversation) {
        lying.remove(conversation);
    }

    /// Hands over everything whose day has passed, once.
    void release(Consumer<T> taker) {
        LocalDate today = narrator.today();
        List<String> due =
                lying.entrySet().stream()
                        .filter(entry -> entry.getValue().dueOn().isBefore(today))
                        .map(Map.Entry::getKey)
                        .toList();
        due.forEach(conversation -> hand(lying.remove(conversation), taker));
    }

    private void hand(@Nullable Lying<T> left, Consumer<T> taker) {
        if (left != null) {
            taker.accept(left.what());
        }
    }
}
