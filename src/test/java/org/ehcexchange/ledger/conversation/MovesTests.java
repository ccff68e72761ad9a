package org.ehcexchange.ledger.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.Answer;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.DeclineCode;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.ExceptionKind;
import org.ehcexchange.canonical.SearchedBy;
import org.ehcexchange.running.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.LocalDate;
import java.util.List;

/// Which message may follow in which state; the table is `moves.csv`.
class MovesTests {

    private static final AdviceRequest REQUEST = Messages.request(Messages.TRUST, Messages.child());
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvFileSource(resources = "/ledger/moves.csv", numLinesToSkip = 1)
    void movesAsTheTableSays(String state, String message, String then) {
        Moves.Move move = Moves.of(Code.find(State.class, state).orElseThrow(), message(message));
        assertThat(word(move)).isEqualTo(then);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void neverOpensAConversationTwice(State state) {
        assertThat(Moves.of(state, REQUEST)).isInstanceOf(Moves.Move.Illegal.class);
    }

    private static String word(Moves.Move move) {
        return switch (move) {
            case Moves.Move.To to -> to.state().code();
            case Moves.Move.AfterWithdrawal after -> "kept and flagged";
            case Moves.Move.Illegal illegal -> "illegal";
        };
    }

    private static EhcMessage message(String name) {
        return switch (name) {
            case "acknowledged" -> Messages.acknowledged(REQUEST);
            case "provided" -> Messages.provided(REQUEST);
            case "nothing-known" ->
                    Messages.answer(
                            REQUEST,
                            new Answer.NothingKnown(
                                    List.of(
                                            new Answer.Search(
                                                    SearchedBy.NHS_NUMBER, "Records", DAY))));
            case "declined" ->
                    Messages.answer(
                            REQUEST,
                            new Answer.Declined(
                                    List.of(
                                            new Answer.Reason(
                                                    DeclineCode.NOT_RESPONSIBLE_BODY,
                                                    "Another trust serves this area"))));
            case "late" ->
                    Messages.answer(
                            REQUEST,
                            new Answer.Late(
                                    new Answer.LateException(
                                            ExceptionKind.MISSED_APPOINTMENT,
                                            "An appointment was not kept",
                                            DAY,
                                            null,
                                            "Designated Health Officer"),
                                    DAY.plusDays(30)));
            case "reminder" -> Messages.reminder(REQUEST);
            case "withdrawn" -> Messages.withdrawn(REQUEST);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
