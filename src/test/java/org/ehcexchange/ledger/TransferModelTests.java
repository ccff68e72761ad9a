package org.ehcexchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.ehcexchange.ledger.TransferMoves.Move;
import org.ehcexchange.ledger.TransferMoves.Party;
import org.ehcexchange.ledger.TransferMoves.Side;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Two exchanges that make the moves of the table, and a line between them that loses, doubles and
/// reorders; either may stop and start at any moment, and then knows what it had recorded.
class TransferModelTests {

    private static final TransferMoves MOVES = new TransferMoves();
    private static final int ACTIONS = 9;

    /// @param plan the how-manieth form of the plan it is or is about
    private record Message(String type, int plan, Side to) {}

    /// What one exchange has recorded; all of it outlives a crash.
    private static final class Exchange {
        private final Side side;
        private String state = TransferMoves.NONE;
        private int plan;
        private final Set<Message> recorded = new HashSet<>();
        private final List<Message> toSend = new ArrayList<>();

        private Exchange(Side side) {
            this.side = side;
        }

        private boolean moves(String word, Party by) {
            if (MOVES.of(side, state, word, by) instanceof Move.To to) {
                state = to.next();
                return true;
            }
            return false;
        }

        private void sends(String type, int form) {
            Side to = side == Side.OLD ? Side.NEW : Side.OLD;
            toSend.add(new Message(type, form, to));
        }
    }

    private final Exchange old = new Exchange(Side.OLD);
    private final Exchange successor = new Exchange(Side.NEW);
    private final List<Message> line = new ArrayList<>();

    private void sendPlan(boolean later) {
        if (old.moves(later ? TransferMoves.LATER : "plan-transfer", Party.OLD)) {
            old.plan++;
            if (!old.state.equals("held-for-the-day")) {
                old.sends("plan-transfer", old.plan);
            }
        }
    }

    private void theDay() {
        if (old.moves(TransferMoves.THE_DAY, Party.EXCHANGE)) {
            old.sends("plan-transfer", old.plan);
        }
    }

    /// The new authority's exchange says that the plan is there.
    private void receipt() {
        if (successor.state.equals("sent")) {
            answer("plan-received");
        }
    }

    private void answer(String type) {
        if (successor.moves(type, Party.NEW)) {
            successor.sends(type, successor.plan);
        }
    }

    private void put(int which) {
        List<Message> all = new ArrayList<>(old.toSend);
        all.addAll(successor.toSend);
        if (!all.isEmpty()) {
            line.add(all.get(which % all.size()));
        }
    }

    private void deliver(int which, boolean once) {
        if (!line.isEmpty()) {
            int index = which % line.size();
            arrives(line.get(index));
            if (once) {
                line.remove(index);
            }
        }
    }

    private void arrives(Message message) {
        Exchange at = message.to() == Side.OLD ? old : successor;
        if (at.recorded.contains(message)) {
            return;
        }
        boolean taken = at == successor ? planArrives(message) : answerArrives(message);
        if (taken) {
            at.recorded.add(message);
        }
    }

    private boolean planArrives(Message message) {
        if (successor.moves(message.type(), Party.OLD)) {
            successor.plan = message.plan();
            return true;
        }
        return false;
    }

    private boolean answerArrives(Message message) {
        if (message.plan() != old.plan) {
            // A receipt of an earlier form is kept without effect; anything else is refused.
            return message.type().equals("plan-received");
        }
        return old.moves(message.type(), Party.NEW);
    }

    private void act(int number) {
        int which = number / ACTIONS;
        switch (number % ACTIONS) {
            case 0 -> sendPlan(which % 2 == 0);
            case 1 -> theDay();
            case 2 -> receipt();
            case 3 -> answer(which % 3 == 0 ? "plan-accepted" : "plan-queried");
            case 4, 5 -> put(which);
            case 6 -> deliver(which, true);
            case 7 -> deliver(which, false);
            case 8 -> line.clear();
            default -> throw new IllegalStateException("no such action");
        }
    }

    /// The old authority lets go only of a plan that the new one answers for.
    private void somebodyHoldsThePlan() {
        if (old.state.equals("accepted")) {
            assertThat(successor.state).isEqualTo("accepted");
            assertThat(successor.plan).isEqualTo(old.plan);
        }
    }

    @Property(tries = 3000)
    void neverLeavesAPlanWithNobodyAndConvergesWhateverTheLineDoes(
            @ForAll @Size(max = 80) List<@IntRange(max = 899) Integer> actions) {
        for (int action : actions) {
            boolean ended = old.state.equals("accepted");
            act(action);
            somebodyHoldsThePlan();
            assertThat(old.state.equals("accepted") || !ended).isTrue();
        }
        settle();
        assertThat(old.state).isEqualTo("accepted");
        assertThat(successor.state).isEqualTo("accepted");
        assertThat(successor.plan).isEqualTo(old.plan);
        secondAcceptanceChangesNothing();
    }

    /// The line works again, and the people do what is theirs to do.
    private void settle() {
        for (int round = 0; round < 6; round++) {
            sendPlan(false);
            theDay();
            List.copyOf(old.toSend).forEach(this::arrives);
            receipt();
            List.copyOf(successor.toSend).forEach(this::arrives);
            if (round > 2) {
                answer("plan-accepted");
                List.copyOf(successor.toSend).forEach(this::arrives);
            }
        }
    }

    private void secondAcceptanceChangesNothing() {
        int before = successor.toSend.size();
        answer("plan-accepted");
        arrives(new Message("plan-accepted", old.plan, Side.OLD));
        assertThat(successor.toSend).hasSize(before);
        assertThat(old.state + successor.state).isEqualTo("acceptedaccepted");
    }
}
