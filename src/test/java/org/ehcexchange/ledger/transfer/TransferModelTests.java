package org.ehcexchange.ledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.ehcexchange.ledger.transfer.TransferModel.World;
import org.ehcexchange.ledger.transfer.TransferMoves.Line;
import org.ehcexchange.ledger.transfer.TransferMoves.Side;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// That no loss, double, disorder or crash leaves a plan with nobody, and that both sides come to
/// one end: every world that can be reached is looked at, and longer stories by chance.
class TransferModelTests {

    private static final TransferMoves TABLE = new TransferMoves();

    /// Every world that can be reached, each with those it was reached from, some of them twice.
    private static Map<World, List<World>> reached(TransferModel model) {
        Map<World, List<World>> from = new HashMap<>();
        from.put(TransferModel.start(), new ArrayList<>());
        Deque<World> todo = new ArrayDeque<>(from.keySet());
        while (!todo.isEmpty()) {
            World world = todo.remove();
            for (World next : model.next(world)) {
                from.computeIfAbsent(next, found -> first(found, todo)).add(world);
            }
        }
        return from;
    }

    private static List<World> first(World found, Deque<World> todo) {
        todo.add(found);
        return new ArrayList<>();
    }

    /// Those from which both sides can still come to one end.
    private static Set<World> hopeful(Map<World, List<World>> from) {
        Set<World> hopeful = new HashSet<>();
        Deque<World> todo = new ArrayDeque<>();
        from.keySet().stream().filter(World::isSettled).forEach(todo::add);
        while (!todo.isEmpty()) {
            World world = todo.remove();
            if (hopeful.add(world)) {
                todo.addAll(from.get(world));
            }
        }
        return hopeful;
    }

    /// A plan that is sent twice over a line that carries one message, and one that is sent once
    /// over a line that carries two: what is sent and not answered may come at any time in both.
    @Example
    void neverLeavesAPlanWithNobodyInAnyWorldThatCanBeReached() {
        for (TransferModel model :
                List.of(
                        new TransferModel(TABLE, 2, 1, false),
                        new TransferModel(TABLE, 1, 2, false))) {
            Map<World, List<World>> from = reached(model);
            assertThat(from).hasSizeGreaterThan(30_000);
            assertThat(from.keySet()).allMatch(World::isHeld).allMatch(World::isHeldByOne);
            assertThat(from.keySet()).allMatch(model::takesEveryRecall);
            assertThat(hopeful(from)).hasSameSizeAs(from.keySet());
        }
    }

    @Example
    void findsAnExchangeThatAnswersBeforeItKeeps() {
        Map<World, List<World>> from = reached(new TransferModel(TABLE, 1, 2, true));
        assertThat(hopeful(from)).hasSizeLessThan(from.size());
    }

    @Example
    void findsATableThatLetsGoAtTheReceipt() {
        TransferModel hasty = new TransferModel(hasty(), 1, 2, false);
        assertThat(reached(hasty).keySet()).anyMatch(world -> !world.isHeld());
    }

    @Example
    void findsATableThatSendsElsewhereBeforeTheRecallIsAnswered() {
        TransferMoves rash =
                new TransferMoves(
                        TABLE.lines().stream()
                                .map(
                                        line ->
                                                line.next().equals("recalling")
                                                        ? at(line, Side.OLD, "recalled")
                                                        : line)
                                .toList());
        assertThat(reached(new TransferModel(rash, 1, 2, false)).keySet())
                .anyMatch(world -> !world.isHeldByOne());
    }

    private static TransferMoves hasty() {
        return new TransferMoves(
                TABLE.lines().stream().flatMap(TransferModelTests::atTheReceipt).toList());
    }

    /// The old authority lets go when the new one's exchange has the plan, before a person took it.
    private static Stream<Line> atTheReceipt(Line line) {
        return line.state().equals("sent") && line.message().equals("plan-received")
                ? Stream.of(at(line, Side.OLD, "accepted"), at(line, Side.NEW, line.next()))
                : Stream.of(line);
    }

    private static Line at(Line line, Side side, String next) {
        return new Line(
                Set.of(side), line.state(), line.message(), next, line.by(), line.because());
    }

    @Example
    void findsATableThatForgetsALateReceipt() {
        TransferModel deaf = without("accepted", "plan-received");
        Map<World, List<World>> from = reached(deaf);
        assertThat(hopeful(from)).hasSizeLessThan(from.size());
    }

    @Example
    void findsATableThatRefusesARecallWhileAPersonLooksAtTheChild() {
        TransferModel refusing = without("held", "plan-recalled");
        assertThat(reached(refusing).keySet()).anyMatch(world -> !refusing.takesEveryRecall(world));
    }

    @Example
    void findsATableThatDoesNotSayThatAPersonRejectedThePlan() {
        TransferModel silent = without("rejected", "plan-declined");
        Map<World, List<World>> from = reached(silent);
        assertThat(hopeful(from)).hasSizeLessThan(from.size());
    }

    private static TransferModel without(String state, String message) {
        return new TransferModel(
                new TransferMoves(
                        TABLE.lines().stream()
                                .filter(
                                        line ->
                                                !line.state().equals(state)
                                                        || !line.message().equals(message))
                                .toList()),
                1,
                2,
                false);
    }

    /// What happens in a longer story than can be looked at whole: of four forms of the plan, with
    /// a longer line.
    @Property(tries = 2000)
    void comesToOneEndOnceTheLineIsFair(
            @ForAll @Size(max = 150) List<@IntRange(max = 9_999) Integer> choices) {
        TransferModel model = new TransferModel(TABLE, 4, 6, false);
        World world = TransferModel.start();
        for (int choice : choices) {
            List<World> next = model.next(world);
            world = next.isEmpty() ? world : next.get(choice % next.size());
            assertThat(world.isHeld() && world.isHeldByOne()).isTrue();
        }
        assertThat(settled(model, world).isSettled()).isTrue();
    }

    private static World settled(TransferModel model, World world) {
        World now = world;
        for (int turn = 0; turn < 200 && !now.isSettled(); turn++) {
            now = model.fair(now, turn);
        }
        return now;
    }
}
