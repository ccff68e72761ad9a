package org.ehcexchange.ledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.assertj.core.api.SoftAssertions;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.ledger.transfer.TransferHouse.Letter;
import org.ehcexchange.ledger.transfer.TransferMoves.Line;
import org.ehcexchange.ledger.transfer.TransferMoves.Move;
import org.ehcexchange.ledger.transfer.TransferMoves.Party;
import org.ehcexchange.ledger.transfer.TransferMoves.Side;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// One transfer, as far as it has come.
final class TransferStory {

    private static final Held.Decision DECISION =
            new Held.Decision(new OrganisationCode(TransferHouse.OLD), "Compared with the record");

    private final TransferHouse house;
    private final Side side;
    private final TransferMoves table = new TransferMoves();
    private final UUID id = UUID.randomUUID();
    private final String old;
    private final String successor;
    private Letter plan;
    private final int daysInDoubt;
    private String question = "";

    /// @param daysInDoubt in how many days a plan is to leave that is held
    TransferStory(TransferHouse house, Side side, int daysInDoubt) {
        this.house = house;
        this.daysInDoubt = daysInDoubt;
        this.plan = house.plan();
        this.side = side;
        this.old = side == Side.NEW ? TransferHouse.ELSEWHERE : TransferHouse.OLD;
        this.successor =
                switch (side) {
                    case OLD -> TransferHouse.ELSEWHERE;
                    case NEW -> TransferHouse.OLD;
                    case BOTH -> TransferHouse.NEW;
                };
    }

    void follow(Line line) {
        assertThat(happens(line.message(), line.by())).as(line.toString()).isTrue();
        assertThat(state()).isEqualTo(line.next());
    }

    void compare(String state, String word, Party by, SoftAssertions all) {
        String then =
                switch (table.of(side, state, word, by)) {
                    case Move.To to -> to.next();
                    case Move.Illegal illegal -> null;
                };
        String what = "%s: %s, %s by %s".formatted(side, state, word, by);
        all.assertThat(happens(word, by)).as(what).isEqualTo(then != null);
        all.assertThat(state()).as(what).isEqualTo(then == null ? state : then);
    }

    private String state() {
        return house.database()
                .sql("select state from conversation where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(TransferMoves.NONE);
    }

    private boolean happens(String word, Party by) {
        return switch (word) {
            case TransferMoves.THE_DAY -> theDay();
            case TransferMoves.WITHDRAWAL -> isWithdrawn(by);
            case TransferMoves.LATER -> isAccepted(plan(by, 3));
            case "plan-transfer" -> isAccepted(plan(by, 0));
            case TransferMoves.IN_DOUBT -> isAccepted(house.inDoubt(plan(by, daysInDoubt)));
            case TransferMoves.RELEASE, TransferMoves.RELEASE_FOR_LATER ->
                    isDecided(item -> desk().release(item.id(), DECISION));
            case TransferMoves.REJECTION -> isDecided(item -> desk().reject(item.id(), DECISION));
            default -> isAccepted(answer(word, by));
        };
    }

    private Held desk() {
        return house.bean(Held.class);
    }

    private boolean isDecided(Function<Held.Item, Held.Deciding> decide) {
        return house.held(id.toString())
                .map(decide)
                .filter(Held.Deciding.Done.class::isInstance)
                .isPresent();
    }

    private boolean theDay() {
        String before = state();
        InstantSource clock = house.bean(InstantSource.class);
        house.bean(TransferDay.class).leave(clock.instant().plus(Duration.ofDays(9)));
        return !state().equals(before);
    }

    private boolean isWithdrawn(Party by) {
        return house.bean(PlanMoves.class)
                        .withdraw(
                                new ConversationId(id),
                                new PlanMoves.Decision(
                                        new OrganisationCode(sender(by)), "The family stays"))
                instanceof PlanMoves.Deciding.Done;
    }

    private String sender(Party by) {
        return by == Party.OLD ? old : successor;
    }

    private Letter plan(Party by, int daysAhead) {
        boolean first = state().equals(TransferMoves.NONE);
        String day = house.today().plusDays(daysAhead).toString();
        ObjectNode json = plan.json().deepCopy().put("movedOn", day);
        ((ObjectNode) json.path("child")).put("reference", "C-" + id);
        ((ObjectNode) json.path("plan")).remove("appendices");
        json.remove(List.of("documents", "inReplyTo", "sendOn"));
        if (daysAhead > 0) {
            json.put("sendOn", day);
        }
        if (!first) {
            json.put("inReplyTo", question.isEmpty() ? plan.id() : question);
        }
        return addressed(json, by);
    }

    private Letter answer(String type, Party by) {
        ObjectNode json = house.answer(type, plan).json();
        if (type.equals("plan-received")) {
            json.put("sha256", hash());
        }
        if (type.equals("plan-accepted")) {
            json.put("acceptedOn", house.today().toString());
        }
        return addressed(json, by);
    }

    private Letter addressed(ObjectNode json, Party by) {
        json.put("conversationId", id.toString()).put("from", sender(by));
        json.put("to", by == Party.OLD ? successor : old);
        return house.now(json);
    }

    private String hash() {
        return house.database()
                .sql("select sha256 from plan_transfer where conversation_id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("0".repeat(64));
    }

    private boolean isAccepted(Letter letter) {
        boolean accepted = house.take(letter) instanceof Outcome.Accepted;
        if (accepted && letter.json().path("type").asText().equals("plan-transfer")) {
            plan = letter;
        }
        if (accepted && letter.json().path("type").asText().equals("plan-queried")) {
            question = letter.id();
        }
        return accepted;
    }
}
