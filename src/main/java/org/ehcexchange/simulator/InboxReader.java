package org.ehcexchange.simulator;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;

/// Collects what waits in an organisation's inbox, and says that it has it.
final class InboxReader {

    private final ExchangeDoor exchange;

    InboxReader(ExchangeDoor exchange) {
        this.exchange = exchange;
    }

    /// @param dueOn the day to answer by; the far future when nothing is due
    record Item(String id, LocalDate dueOn, JsonNode message) {}

    void collect(Consumer<Item> taker) {
        for (JsonNode item : exchange.get("/api/v1/inbox?limit=20").json().path("items")) {
            String id = item.path("id").asText();
            String due = item.path("dueOn").asText();
            exchange.post(
                    "/api/v1/inbox/" + id + "/received", "application/json", new byte[0], Map.of());
            taker.accept(
                    new Item(
                            id,
                            due.isEmpty() ? LocalDate.MAX : LocalDate.parse(due),
                            item.path("message")));
        }
    }
}
