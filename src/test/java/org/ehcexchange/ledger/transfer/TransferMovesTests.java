package org.ehcexchange.ledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.ehcexchange.ledger.conversation.State;
import org.ehcexchange.ledger.transfer.TransferMoves.Line;
import org.ehcexchange.ledger.transfer.TransferMoves.Move;
import org.ehcexchange.ledger.transfer.TransferMoves.Party;
import org.ehcexchange.ledger.transfer.TransferMoves.Side;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The table of moves, as code and document read it.
class TransferMovesTests {

    private final TransferMoves moves = new TransferMoves();

    @Test
    void isTheTableOfTheDocument() throws IOException {
        String text = Files.readString(Path.of("docs/plan-transfer.md"), UTF_8);
        String table = text.substring(text.indexOf("<!-- moves -->"), text.indexOf("<!-- /moves"));
        assertThat(Arrays.stream(table.split("\n")).skip(3).map(TransferMovesTests::cells))
                .containsExactlyElementsOf(
                        moves.lines().stream()
                                .map(
                                        line ->
                                                List.of(
                                                        line.state(),
                                                        line.message(),
                                                        line.next(),
                                                        line.by().code()))
                                .toList());
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|")).skip(2).map(String::strip).toList();
    }

    @Test
    void knowsEveryStateAndSaysEachMoveOnce() {
        for (Side side : Side.values()) {
            List<Line> lines =
                    moves.lines().stream().filter(line -> line.sides().contains(side)).toList();
            assertThat(lines)
                    .extracting(line -> line.state() + " " + line.message())
                    .doesNotHaveDuplicates();
        }
        assertThat(moves.lines()).allSatisfy(line -> assertThat(State.of(line.next())).isNotNull());
    }

    @Test
    void leavesNoEndExceptToHearOfTheReceipt() {
        for (Side side : Side.values()) {
            assertThat(moves.of(side, "withdrawn", "plan-transfer", Party.OLD))
                    .isInstanceOf(Move.Illegal.class);
            assertThat(moves.of(side, "accepted", "plan-accepted", Party.NEW))
                    .isInstanceOf(Move.Illegal.class);
            assertThat(moves.of(side, "accepted", "plan-received", Party.NEW))
                    .isEqualTo(new Move.To("accepted"));
        }
    }

    @Test
    void saysWhoMayInstead() {
        assertThat(moves.of(Side.BOTH, "received", "plan-accepted", Party.OLD))
                .isEqualTo(new Move.Illegal("a plan-accepted is for the new authority to send"));
    }
}
