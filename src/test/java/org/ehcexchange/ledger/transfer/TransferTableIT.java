package org.ehcexchange.ledger.transfer;

import org.assertj.core.api.SoftAssertions;
import org.ehcexchange.ledger.transfer.TransferMoves.Line;
import org.ehcexchange.ledger.transfer.TransferMoves.Party;
import org.ehcexchange.ledger.transfer.TransferMoves.Side;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The ledger makes the moves of the table and no other: whatever may come in whatever state is
/// tried on the real one, at the exchange of either authority and at one that serves both.
class TransferTableIT {

    private static final TransferMoves TABLE = new TransferMoves();
    private static final List<String> WORDS =
            List.of(
                    "plan-transfer",
                    TransferMoves.LATER,
                    TransferMoves.IN_DOUBT,
                    TransferMoves.RELEASE,
                    TransferMoves.RELEASE_FOR_LATER,
                    TransferMoves.REJECTION,
                    "plan-received",
                    "plan-accepted",
                    "plan-queried",
                    "plan-declined",
                    "plan-recalled",
                    TransferMoves.WITHDRAWAL,
                    TransferMoves.THE_DAY);

    @TempDir static Path folder;
    private static TransferHouse house;

    @BeforeAll
    static void start() {
        house = new TransferHouse(folder);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @ParameterizedTest
    @EnumSource
    void makesTheMovesOfTheTableAndNoOther(Side side) {
        SoftAssertions all = new SoftAssertions();
        paths(side)
                .forEach(
                        (state, path) ->
                                WORDS.forEach(
                                        word ->
                                                parties(side, state, word)
                                                        .forEach(
                                                                by -> {
                                                                    TransferStory story =
                                                                            new TransferStory(
                                                                                    house,
                                                                                    side,
                                                                                    days(word));
                                                                    path.forEach(story::follow);
                                                                    story.compare(
                                                                            state, word, by, all);
                                                                })));
        all.assertAll();
    }

    /// A plan that is held is to leave later only where that is what is tried.
    private static int days(String word) {
        return word.equals(TransferMoves.RELEASE_FOR_LATER) ? 3 : 0;
    }

    /// How each state is reached, by the table.
    private static Map<String, List<Line>> paths(Side side) {
        Map<String, List<Line>> paths = new HashMap<>(Map.of(TransferMoves.NONE, List.of()));
        Deque<String> todo = new ArrayDeque<>(paths.keySet());
        while (!todo.isEmpty()) {
            String state = todo.remove();
            TABLE.lines().stream()
                    .filter(line -> line.sides().contains(side) && line.state().equals(state))
                    .filter(line -> !paths.containsKey(line.next()))
                    .forEach(
                            line -> {
                                paths.put(line.next(), longer(paths.get(state), line));
                                todo.add(line.next());
                            });
        }
        return paths;
    }

    private static List<Line> longer(List<Line> path, Line line) {
        return Stream.concat(path.stream(), Stream.of(line)).toList();
    }

    /// Who could do it at all: the day comes by itself, and people decide for their exchange;
    /// whoever sends a plan first is the old authority; one that comes from another exchange has
    /// left that already; and the child is in doubt when a plan first comes in.
    private static List<Party> parties(Side side, String state, String word) {
        boolean first = state.equals(TransferMoves.NONE);
        return switch (word) {
            case TransferMoves.THE_DAY, TransferMoves.RELEASE, TransferMoves.REJECTION ->
                    List.of(Party.EXCHANGE);
            case TransferMoves.RELEASE_FOR_LATER ->
                    side == Side.NEW ? List.of() : List.of(Party.EXCHANGE);
            case TransferMoves.IN_DOUBT -> first ? List.of(Party.OLD) : List.of();
            case TransferMoves.LATER -> side == Side.NEW ? List.of() : senders(first);
            case "plan-transfer" -> senders(first);
            default -> List.of(Party.OLD, Party.NEW);
        };
    }

    private static List<Party> senders(boolean first) {
        return first ? List.of(Party.OLD) : List.of(Party.OLD, Party.NEW);
    }
}
