package org.ehcexchange.ledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ehcexchange.ledger.transfer.TransferHouse.NEW;
import static org.ehcexchange.ledger.transfer.TransferHouse.OLD;

import org.ehcexchange.ledger.transfer.TransferHouse.Letter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

/// A plan on its way to an authority that closes before it has the plan.
class SucceededTransferIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SUCCESSOR = "LA:997";

    @TempDir Path folder;
    private TransferHouse house;

    @BeforeEach
    void start() {
        house = new TransferHouse(folder);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void isReceivedAndAcceptedByTheAuthorityThatTookOver() {
        Letter plan = house.sent(house.plan());

        house.succeed(NEW, SUCCESSOR);

        await().atMost(SOON).until(() -> house.isInInbox(SUCCESSOR, plan));
        String hash = house.hash(SUCCESSOR, plan);
        house.sent(
                house.answer("plan-received", plan)
                        .with(json -> json.put("from", SUCCESSOR).put("sha256", hash)));
        house.sent(house.accepted(plan).with(json -> json.put("from", SUCCESSOR)));
        assertThat(house.state(OLD, plan)).isEqualTo("accepted");
        assertThat(house.conversation(OLD, plan).json().at("/summary/to").asText())
                .isEqualTo(SUCCESSOR);
    }

    @Test
    void leavesForTheSuccessorOnTheDayItWasHeldFor() {
        Letter plan = house.plan();
        String later = house.today().plusDays(3).toString();
        Letter held =
                house.sent(plan.with(json -> json.put("movedOn", later).put("sendOn", later)));

        house.succeed(NEW, SUCCESSOR);
        assertThat(house.isInInbox(SUCCESSOR, held)).isFalse();
        house.days(3);

        await().atMost(SOON).until(() -> house.isInInbox(SUCCESSOR, held));
    }
}
