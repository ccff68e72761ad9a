package org.ehcexchange.ledger.commissioner;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.ledger.commissioner.CommissionerMoves.Line;
import org.ehcexchange.ledger.commissioner.CommissionerMoves.Move;
import org.ehcexchange.ledger.commissioner.CommissionerMoves.Party;
import org.ehcexchange.ledger.conversation.State;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// The table of a notification's moves, what it must never allow, and the page that shows it.
class CommissionerMovesTests {

    private static final Path PAGE = Path.of("docs/commissioner-notification.md");
    private static final String START = "<!-- moves -->\n";
    private static final String END = "<!-- /moves -->";

    private static final Set<String> OF_THE_OLD =
            Set.of(MessageType.COMMISSIONER_NOTIFICATION.code(), CommissionerMoves.DISMISSED);

    private final CommissionerMoves moves = new CommissionerMoves();

    @Test
    void namesOnlyStatesAndMessagesThatThereAre() {
        for (Line line : moves.lines()) {
            if (!line.state().equals(CommissionerMoves.NONE)) {
                State.of(line.state());
            }
            State.of(line.next());
            assertThat(isWord(line.message())).as(line.message()).isTrue();
        }
    }

    private static boolean isWord(String message) {
        return message.equals(CommissionerMoves.PREPARED)
                || message.equals(CommissionerMoves.LATER)
                || message.equals(CommissionerMoves.DISMISSED)
                || Code.find(MessageType.class, message).isPresent();
    }

    @Test
    void saysOneThingOfEachMessageInEachState() {
        assertThat(moves.lines().stream().map(line -> line.state() + " " + line.message()))
                .doesNotHaveDuplicates();
    }

    @Test
    void letsOnlyTheOldCommissionerTellAndOnlyTheNewOneAnswer() {
        for (Line line : moves.lines()) {
            Party by =
                    OF_THE_OLD.contains(line.message())
                            ? Party.OLD
                            : Code.find(MessageType.class, line.message()).isPresent()
                                    ? Party.NEW
                                    : Party.EXCHANGE;
            assertThat(line.by()).as(line.toString()).isEqualTo(by);
        }
        assertThat(
                        moves.of(
                                State.NOTIFIED.code(),
                                MessageType.COMMISSIONER_NOTED.code(),
                                Party.OLD))
                .isInstanceOfSatisfying(
                        Move.Illegal.class,
                        illegal -> assertThat(illegal.why()).contains("for the new commissioner"));
    }

    /// Whatever happens, the old commissioner can still be told that nobody was, or somebody was.
    @Test
    void leavesNoWayInWhichNobodyIsToldAndNobodyOwesIt() {
        Set<String> reached = reached();
        for (String state : reached) {
            boolean owed = Set.of("none", "prepared", "not-responsible").contains(state);
            boolean canTell =
                    moves.of(state, MessageType.COMMISSIONER_NOTIFICATION.code(), Party.OLD)
                            instanceof Move.To;
            assertThat(canTell).as(state).isEqualTo(owed);
        }
        assertThat(reached).contains("noted", "not-practicable", "overtaken", "dismissed");
    }

    private Set<String> reached() {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(Set.of(CommissionerMoves.NONE));
        while (!next.isEmpty()) {
            String state = next.pop();
            if (reached.add(state)) {
                moves.lines().stream()
                        .filter(line -> line.state().equals(state))
                        .map(Line::next)
                        .forEach(next::push);
            }
        }
        return reached;
    }

    @Test
    void isShownAsItIs() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(START, END);
        String right =
                page.substring(0, page.indexOf(START) + START.length())
                        + table()
                        + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("moves.apply")) {
            Files.writeString(PAGE, right);
            return;
        }
        assertThat(page).isEqualTo(right);
    }

    private String table() {
        return "| in this state | comes | then | from | because |\n"
                + "| --- | --- | --- | --- | --- |\n"
                + moves.lines().stream()
                        .map(
                                line ->
                                        "| %s | %s | %s | %s | %s |\n"
                                                .formatted(
                                                        line.state(),
                                                        line.message(),
                                                        line.next(),
                                                        line.by().code(),
                                                        line.because()))
                        .collect(Collectors.joining());
    }
}
