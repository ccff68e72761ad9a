package org.ehcexchange.simulator;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The commissioners of Northshire and Southmere, in the demo's story.
@Component
@Profile("demo & !" + SouthmereExchange.PROFILE)
class SimulatedBoards {

    /// They look at every fourth chance, every two seconds.
    private static final int PATIENCE = 4;

    SimulatedBoards(
            SimulatorSettings settings,
            Errands errands,
            Narrator narrator,
            ExchangeAddress address) {
        if (settings.story()) {
            List.of(
                            new Board(
                                    "QN1",
                                    "NHS Northshire Integrated Care Board",
                                    address,
                                    errands,
                                    narrator),
                            new Board(
                                    "QS1",
                                    "NHS Southmere Integrated Care Board",
                                    address,
                                    errands,
                                    narrator))
                    .forEach(board -> often(board, errands));
        }
    }

    private static void often(Board board, Errands errands) {
        AtomicInteger chances = new AtomicInteger();
        errands.often(
                () -> {
                    if (chances.incrementAndGet() % PATIENCE == 0) {
                        board.look();
                    }
                });
    }
}
