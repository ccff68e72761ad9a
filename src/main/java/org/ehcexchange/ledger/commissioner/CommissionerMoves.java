package org.ehcexchange.ledger.commissioner;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.ledger.conversation.MoveTable;

import java.util.List;

/// Which message may follow in which state of a commissioner's notification: the table
/// `rules/notification/moves.csv`, read.
final class CommissionerMoves {

    static final String TABLE = "/rules/notification/moves.csv";

    /// The state of a notification nobody has heard of.
    static final String NONE = "none";

    /// What the table calls that which is no message, or a message with more to it than its type.
    static final String PREPARED = "prepared";

    static final String LATER = "later";

    static final String DISMISSED = "dismissed";

    private static final int COLUMNS = 5;

    private final List<Line> lines;

    CommissionerMoves() {
        this.lines = read();
    }

    /// Who makes a move.
    enum Party implements Code {
        OLD,
        NEW,
        EXCHANGE
    }

    /// One line of the table.
    record Line(String state, String message, String next, Party by, String because) {

        private static Line of(String[] cells) {
            return new Line(cells[0], cells[1], cells[2], party(cells[3]), cells[4]);
        }

        private static Party party(String word) {
            return Code.find(Party.class, word)
                    .orElseThrow(() -> new IllegalStateException(TABLE + ": unknown word " + word));
        }
    }

    /// What a message does to a notification.
    sealed interface Move {
        /// @param next a state's code
        record To(String next) implements Move {}

        /// @param why a sentence for the sender
        record Illegal(String why) implements Move {}
    }

    Move of(String state, String message, Party by) {
        return lines.stream()
                .filter(line -> line.state().equals(state) && line.message().equals(message))
                .findFirst()
                .map(line -> of(line, by))
                .orElseGet(
                        () ->
                                new Move.Illegal(
                                        "a %s cannot follow: the notification is %s"
                                                .formatted(message, state)));
    }

    private static Move of(Line line, Party by) {
        return line.by() == by
                ? new Move.To(line.next())
                : new Move.Illegal(
                        "a %s is for the %s commissioner to send"
                                .formatted(line.message(), line.by().code()));
    }

    List<Line> lines() {
        return lines;
    }

    private static List<Line> read() {
        return MoveTable.read(TABLE, COLUMNS).stream().map(Line::of).toList();
    }
}
