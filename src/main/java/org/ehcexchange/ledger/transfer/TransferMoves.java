package org.ehcexchange.ledger.transfer;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.ledger.conversation.MoveTable;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which message may follow in which state of a plan's transfer: the table
/// `rules/transfer/moves.csv`, read.
final class TransferMoves {

    static final String TABLE = "/rules/transfer/moves.csv";

    /// The state of a transfer nobody has heard of.
    static final String NONE = "none";

    /// What the table calls that which is no message, or a message with more to it than its type.
    static final String LATER = "later";

    static final String THE_DAY = "the-day";
    static final String WITHDRAWAL = "withdrawal";

    /// A plan whose child may be another who is on record.
    static final String IN_DOUBT = "in-doubt";

    /// What a person says of a plan in doubt.
    static final String RELEASE = "release";

    static final String RELEASE_FOR_LATER = "release-for-later";
    static final String REJECTION = "rejection";

    private static final int COLUMNS = 6;

    private final List<Line> lines;

    TransferMoves() {
        this(read());
    }

    TransferMoves(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /// Whose record of a transfer an exchange keeps.
    enum Side implements Code {
        OLD,
        NEW,
        BOTH
    }

    /// Who makes a move.
    enum Party implements Code {
        OLD,
        NEW,
        EXCHANGE
    }

    /// One line of the table.
    record Line(
            Set<Side> sides, String state, String message, String next, Party by, String because) {

        private static Line of(String[] cells) {
            return new Line(
                    Arrays.stream(cells[0].split(" "))
                            .map(word -> word(Side.class, word))
                            .collect(Collectors.toUnmodifiableSet()),
                    cells[1],
                    cells[2],
                    cells[3],
                    word(Party.class, cells[4]),
                    cells[5]);
        }

        private static <E extends Enum<E> & Code> E word(Class<E> type, String word) {
            return Code.find(type, word)
                    .orElseThrow(() -> new IllegalStateException(TABLE + ": unknown word " + word));
        }
    }

    /// What a message does to a transfer.
    sealed interface Move {
        /// @param next a state's code
        record To(String next) implements Move {}

        /// @param why a sentence for the sender
        record Illegal(String why) implements Move {}
    }

    Move of(Side side, String state, String message, Party by) {
        Optional<Line> line =
                lines.stream()
                        .filter(each -> each.sides().contains(side))
                        .filter(each -> each.state().equals(state))
                        .filter(each -> each.message().equals(message))
                        .findFirst();
        if (line.isEmpty()) {
            return new Move.Illegal(
                    "%s cannot follow: the transfer is %s".formatted(named(message), state));
        }
        return line.get().by() == by
                ? new Move.To(line.get().next())
                : new Move.Illegal(
                        "%s is for the %s authority to send"
                                .formatted(named(message), line.get().by().code()));
    }

    private static String named(String message) {
        return switch (message) {
            case LATER -> "a plan that is to leave on a later day";
            case THE_DAY -> "the day of the move";
            default -> "a " + message;
        };
    }

    List<Line> lines() {
        return lines;
    }

    private static List<Line> read() {
        return MoveTable.read(TABLE, COLUMNS).stream().map(Line::of).toList();
    }
}
