package org.ehcexchange.ledger.transfer;

import org.ehcexchange.ledger.transfer.TransferMoves.Move;
import org.ehcexchange.ledger.transfer.TransferMoves.Party;
import org.ehcexchange.ledger.transfer.TransferMoves.Side;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Two exchanges that make the moves of the table, and a line between them that loses, doubles and
/// reorders; either exchange may stop at any moment, and then knows what it had committed.
/// Either may hold the plan, when it first comes in, until a person has said which child it is
/// about.
///
/// @param moves the table
/// @param forms how often the old authority may send the plan
/// @param line how many messages may be under way at once
/// @param answersEarly a fault, to show that the model finds it: a message is answered before what
///     it does is committed
/// @param made what the table said before; it is asked many million times
record TransferModel(
        TransferMoves moves, int forms, int line, boolean answersEarly, Map<Asked, Move> made) {

    TransferModel(TransferMoves moves, int forms, int line, boolean answersEarly) {
        this(moves, forms, line, answersEarly, new HashMap<>());
    }

    /// A question to the table.
    record Asked(Side side, String state, String word, Party by) {}

    private static final String RECALL = "plan-recalled";
    private static final String DECLINE = "plan-declined";

    /// In which the old authority may send the plan elsewhere.
    private static final Set<String> OVER = Set.of("declined", "recalled", "kept");

    /// In which the new authority has let go of it.
    private static final Set<String> END = Set.of("declined", "recalled", "rejected");

    /// In which the plan ended before it left.
    private static final Set<String> STAYED = Set.of("withdrawn", "rejected");

    /// A message, or the answer that it was taken.
    ///
    /// @param form the how-manieth form of the plan it is or is about
    record Message(String type, int form, Side to, boolean answer) {

        static Message of(String type, int form, Side to) {
            return new Message(type, form, to, false);
        }

        Message taken() {
            return new Message(type, form, to == Side.OLD ? Side.NEW : Side.OLD, true);
        }

        Message answered() {
            return new Message(type, form, to == Side.OLD ? Side.NEW : Side.OLD, false);
        }
    }

    /// What one exchange has committed.
    ///
    /// @param known what it took from the other one
    /// @param toSend what it sends until it is answered
    record Kept(String state, int form, Set<Message> known, Set<Message> toSend) {

        static final Kept NOTHING = new Kept(TransferMoves.NONE, 0, Set.of(), Set.of());

        Kept moved(String next) {
            return new Kept(next, form, known, toSend);
        }

        Kept form(int now) {
            return new Kept(state, now, known, toSend);
        }

        Kept took(Message message) {
            return new Kept(state, form, with(known, message), toSend);
        }

        Kept sends(Message message) {
            return new Kept(state, form, known, with(toSend, message));
        }

        Kept answered(Message message) {
            return new Kept(state, form, known, without(toSend, message));
        }
    }

    /// A transaction under way.
    ///
    /// @param then what is kept once it commits
    /// @param answers the message that is answered once it has; absent for what a person does
    record Work(Kept then, @Nullable Message answers) {}

    /// One exchange; whoever stops it takes its work away and leaves what is kept.
    record Exchange(Kept kept, @Nullable Work work) {

        static Exchange idle(Kept kept) {
            return new Exchange(kept, null);
        }
    }

    record World(Exchange old, Exchange successor, Set<Message> line) {

        Exchange at(Side side) {
            return side == Side.OLD ? old : successor;
        }

        World with(Side side, Exchange exchange) {
            return side == Side.OLD
                    ? new World(exchange, successor, line)
                    : new World(old, exchange, line);
        }

        World with(Message message) {
            return new World(old, successor, TransferModel.with(line, message));
        }

        World without(Message message) {
            return new World(old, successor, TransferModel.without(line, message));
        }

        /// The old authority lets go only of a plan that the new one answers for, as it was sent
        /// last.
        boolean isHeld() {
            return !old.kept.state.equals("accepted")
                    || (successor.kept.state.equals("accepted")
                            && successor.kept.form == old.kept.form);
        }

        /// The old authority sends a plan elsewhere only once the new one can no longer accept it.
        boolean isHeldByOne() {
            return !OVER.contains(old.kept.state) || END.contains(successor.kept.state);
        }

        /// Both know the same end, and nothing waits to be sent.
        boolean isSettled() {
            return old.kept.toSend.isEmpty()
                    && successor.kept.toSend.isEmpty()
                    && (accepted() || stayed() || letGo());
        }

        private boolean letGo() {
            return OVER.contains(old.kept.state) && END.contains(successor.kept.state);
        }

        private boolean accepted() {
            return old.kept.state.equals("accepted") && successor.kept.state.equals("accepted");
        }

        private boolean stayed() {
            return STAYED.contains(old.kept.state) && successor.kept.equals(Kept.NOTHING);
        }
    }

    /// A recall that follows a plan which came in is taken whenever it comes: what is refused lies
    /// with the dead deliveries until a person sends it again.
    boolean takesEveryRecall(World world) {
        Set<Message> toSend = world.old().kept().toSend();
        return toSend.stream().anyMatch(message -> message.type().equals("plan-transfer"))
                || toSend.stream()
                        .filter(message -> message.type().equals(RECALL))
                        .allMatch(recall -> takes(world.successor().kept(), recall));
    }

    private boolean takes(Kept kept, Message message) {
        return kept.known().contains(message) || take(kept, message) != null;
    }

    static World start() {
        return new World(Exchange.idle(Kept.NOTHING), Exchange.idle(Kept.NOTHING), Set.of());
    }

    /// Every world that can be next, whatever people, the line and the power supply do.
    List<World> next(World world) {
        List<World> next = new ArrayList<>();
        for (Side side : List.of(Side.OLD, Side.NEW)) {
            Exchange exchange = world.at(side);
            if (exchange.work() == null) {
                own(side, exchange.kept()).forEach(then -> next.add(begin(world, side, then)));
            } else {
                next.add(commit(world, side, exchange.work()));
                next.add(world.with(side, Exchange.idle(exchange.kept())));
            }
            exchange.kept().toSend().forEach(message -> put(world, message, next));
        }
        world.line().forEach(message -> travel(world, message, next));
        return next;
    }

    /// The next world when nothing is lost or stops any more, and people do what is theirs to do.
    ///
    /// @param turn so that every message has its turn
    World fair(World world, int turn) {
        for (Side side : List.of(Side.OLD, Side.NEW)) {
            Work work = world.at(side).work();
            if (work != null) {
                return commit(world, side, work);
            }
        }
        List<Message> waiting = new ArrayList<>(world.line());
        if (waiting.isEmpty()) {
            waiting.addAll(world.old().kept().toSend());
            waiting.addAll(world.successor().kept().toSend());
        }
        return waiting.isEmpty()
                ? people(world)
                : comesIn(world, waiting.get(turn % waiting.size()));
    }

    private World comesIn(World world, Message message) {
        World without = world.without(message);
        return message.answer() ? answered(without, message) : arrives(without, message);
    }

    /// Whoever must say which child it is says so; the old authority sends, the new one accepts.
    private World people(World world) {
        Kept old = world.old().kept();
        Kept successor = world.successor().kept();
        return decided(Side.OLD, old)
                .findFirst()
                .or(() -> sendPlan(old).stream().findFirst())
                .or(
                        () ->
                                move(Side.OLD, old, TransferMoves.THE_DAY, Party.EXCHANGE)
                                        .map(then -> then.sends(plan(then.form()))))
                .map(then -> begin(world, Side.OLD, then))
                .or(
                        () ->
                                Stream.concat(
                                                decided(Side.NEW, successor),
                                                Stream.of("plan-received", "plan-accepted")
                                                        .flatMap(
                                                                type ->
                                                                        answer(successor, type)
                                                                                .stream()))
                                        .findFirst()
                                        .map(then -> begin(world, Side.NEW, then)))
                .orElse(world);
    }

    private void put(World world, Message message, List<World> next) {
        if (world.line().size() < line) {
            next.add(world.with(message));
        }
    }

    private static World begin(World world, Side side, Kept then) {
        return world.with(side, new Exchange(world.at(side).kept(), new Work(then, null)));
    }

    /// The answer leaves once what it says is kept.
    private World commit(World world, Side side, Work work) {
        World kept = world.with(side, Exchange.idle(work.then()));
        Message answers = work.answers();
        return answers == null || answersEarly ? kept : kept.with(answers.taken());
    }

    /// What people and the exchange itself may do at one side.
    private List<Kept> own(Side side, Kept kept) {
        List<Kept> does = new ArrayList<>(decided(side, kept).toList());
        if (side == Side.OLD) {
            does.addAll(sendPlan(kept));
            does.addAll(inDoubt(kept));
            move(side, kept, TransferMoves.LATER, Party.OLD)
                    .ifPresent(then -> does.add(then.form(1)));
            move(side, kept, TransferMoves.THE_DAY, Party.EXCHANGE)
                    .ifPresent(then -> does.add(then.sends(plan(then.form()))));
            move(side, kept, TransferMoves.WITHDRAWAL, Party.OLD).ifPresent(does::add);
            move(side, kept, RECALL, Party.OLD)
                    .ifPresent(then -> does.add(then.sends(recall(then.form()))));
        } else {
            List.of("plan-received", "plan-accepted", "plan-queried", DECLINE)
                    .forEach(type -> does.addAll(answer(kept, type)));
        }
        return does;
    }

    /// What a person may say of a plan that is held. What the exchange then says by itself is said
    /// until it is recorded, as what is sent is sent until it is answered.
    private Stream<Kept> decided(Side side, Kept kept) {
        Optional<Kept> released =
                move(side, kept, TransferMoves.RELEASE, Party.EXCHANGE)
                        .map(then -> side == Side.OLD ? then.sends(plan(then.form())) : then);
        Optional<Kept> rejected =
                move(side, kept, TransferMoves.REJECTION, Party.EXCHANGE)
                        .map(then -> side == Side.OLD ? then : declined(then));
        return Stream.of(
                        released,
                        move(side, kept, TransferMoves.RELEASE_FOR_LATER, Party.EXCHANGE),
                        rejected)
                .flatMap(Optional::stream);
    }

    private Kept declined(Kept then) {
        return move(Side.NEW, then, DECLINE, Party.NEW)
                .map(said -> said.sends(Message.of(DECLINE, said.form(), Side.OLD)))
                .orElse(then);
    }

    /// The old authority's own exchange doubts which child its first plan is about.
    private List<Kept> inDoubt(Kept kept) {
        return move(Side.OLD, kept, TransferMoves.IN_DOUBT, Party.OLD)
                .map(then -> then.form(1))
                .stream()
                .toList();
    }

    private List<Kept> sendPlan(Kept kept) {
        int form = kept.form() + 1;
        return form > forms
                ? List.of()
                : move(Side.OLD, kept, "plan-transfer", Party.OLD)
                        .map(then -> then.form(form).sends(plan(form)))
                        .stream()
                        .toList();
    }

    private static Message recall(int form) {
        return Message.of(RECALL, form, Side.NEW);
    }

    private static Message plan(int form) {
        return Message.of("plan-transfer", form, Side.NEW);
    }

    /// An exchange says once that it has the plan, and people ask as often as they are answered.
    private List<Kept> answer(Kept kept, String type) {
        boolean again = type.equals("plan-received") && !kept.state().equals("sent");
        boolean endless = type.equals("plan-queried") && kept.form() == forms;
        boolean said = type.equals(DECLINE) && !kept.state().equals("received");
        if (again || endless || said) {
            return List.of();
        }
        return move(Side.NEW, kept, type, Party.NEW)
                .map(then -> then.sends(Message.of(type, kept.form(), Side.OLD)))
                .stream()
                .toList();
    }

    /// A message is lost, comes in, or comes in and will come again.
    private void travel(World world, Message message, List<World> next) {
        next.add(world.without(message));
        if (message.answer()) {
            next.add(answered(world.without(message), message));
        } else if (world.at(message.to()).work() == null) {
            next.add(arrives(world.without(message), message));
            next.add(arrives(world, message));
            doubted(world.without(message), message).ifPresent(next::add);
        }
    }

    /// The new authority's exchange doubts which child a plan is about.
    private Optional<World> doubted(World world, Message message) {
        Kept kept = world.successor().kept();
        return message.type().equals("plan-transfer") && !kept.known().contains(message)
                ? move(Side.NEW, kept, TransferMoves.IN_DOUBT, Party.OLD)
                        .map(held -> held.form(message.form()).took(message))
                        .map(held -> new Exchange(kept, new Work(held, message)))
                        .map(exchange -> world.with(Side.NEW, exchange))
                : Optional.empty();
    }

    private static World answered(World world, Message message) {
        Exchange exchange = world.at(message.to());
        Work work = exchange.work();
        return world.with(
                message.to(),
                new Exchange(
                        exchange.kept().answered(message.answered()),
                        work == null
                                ? null
                                : new Work(
                                        work.then().answered(message.answered()), work.answers())));
    }

    private World arrives(World world, Message message) {
        Exchange exchange = world.at(message.to());
        Kept kept = exchange.kept();
        if (kept.known().contains(message)) {
            return world.with(message.taken());
        }
        Kept then = take(kept, message);
        if (then == null) {
            return world;
        }
        World working = world.with(message.to(), new Exchange(kept, new Work(then, message)));
        return answersEarly ? working.with(message.taken()) : working;
    }

    /// @return what is kept then; absent when the message is refused, so that it stays with its
    ///     sender
    private @Nullable Kept take(Kept kept, Message message) {
        Party by = message.to() == Side.NEW ? Party.OLD : Party.NEW;
        Kept moved = move(message.to(), kept, message.type(), by).orElse(null);
        if (moved == null) {
            return null;
        }
        if (message.type().equals(RECALL)) {
            return message.form() == kept.form() ? calledBack(moved, message) : null;
        }
        if (message.to() == Side.NEW) {
            return moved.form(message.form()).took(message);
        }
        if (message.form() != kept.form()) {
            return message.type().equals("plan-received") ? kept.took(message) : null;
        }
        return moved.took(message);
    }

    /// Before it answers, the new authority's exchange says that it let the plan go.
    private static Kept calledBack(Kept moved, Message message) {
        Kept took = moved.took(message);
        return moved.state().equals("recalled")
                ? took.sends(Message.of(DECLINE, message.form(), Side.OLD))
                : took;
    }

    private Optional<Kept> move(Side side, Kept kept, String word, Party by) {
        Asked asked = new Asked(side, kept.state(), word, by);
        return switch (made.computeIfAbsent(asked, this::inTheTable)) {
            case Move.To to -> Optional.of(kept.moved(to.next()));
            case Move.Illegal illegal -> Optional.empty();
        };
    }

    private Move inTheTable(Asked asked) {
        return moves.of(asked.side(), asked.state(), asked.word(), asked.by());
    }

    private static Set<Message> with(Set<Message> set, Message message) {
        Set<Message> more = new LinkedHashSet<>(set);
        more.add(message);
        return Set.copyOf(more);
    }

    private static Set<Message> without(Set<Message> set, Message message) {
        Set<Message> fewer = new LinkedHashSet<>(set);
        fewer.remove(message);
        return Set.copyOf(fewer);
    }
}
