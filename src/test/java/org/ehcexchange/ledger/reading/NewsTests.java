package org.ehcexchange.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.ledger.reading.News.Place;
import org.ehcexchange.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.sql.SQLException;

import javax.sql.DataSource;

/// What was recorded is found whatever the order in which it was committed.
class NewsTests {

    private static final int ALL = 100;

    private final DataSource database = TestDatabase.fresh();
    private final News news = new News(JdbcClient.create(database));
    private SingleConnectionDataSource slow;

    @BeforeEach
    void open() throws SQLException {
        slow = new SingleConnectionDataSource(database.getConnection(), true);
    }

    @AfterEach
    void close() {
        slow.destroy();
    }

    @Test
    void isWhatCameAfterThePlaceAndWaitsForSomebody() {
        record(database, "advice-return");
        Place place = news.end();
        record(database, "advice-request");
        record(database, "advice-acknowledged");
        record(database, "plan-transfer");

        assertThat(news.after(place.seq(), ALL))
                .extracting(item -> item.type().code())
                .containsExactly("advice-request", "plan-transfer");
    }

    @Test
    void isReadAgainUntilEverythingBeforeItHasEnded() throws SQLException {
        Place place = news.moveOn(news.end());
        slow.getConnection().setAutoCommit(false);
        record(slow, "advice-request");
        record(database, "advice-return");
        Place passed = news.moveOn(news.moveOn(place));
        assertThat(news.after(passed.seq(), ALL)).hasSize(1);

        slow.getConnection().commit();

        assertThat(news.after(passed.seq(), ALL)).hasSize(2);
        assertThat(news.after(news.moveOn(news.moveOn(passed)).seq(), ALL)).isEmpty();
    }

    @Test
    void goesOnInADatabaseThatCountsItsTransactionsAnew() {
        record(database, "advice-return");
        Place restored = new Place(0, 1, Long.MAX_VALUE);

        assertThat(news.moveOn(restored).seq()).isOne();
    }

    private static void record(DataSource where, String type) {
        JdbcClient.create(where)
                .sql(
                        """
                        with c as (
                          insert into conversation (id, kind, authority, adviser, state, revision, opened_at,
                            changed_at, request_id)
                          values (gen_random_uuid(), 'advice', 'LA:998', 'ODS:RN1', 'requested', 1, now(), now(),
                            gen_random_uuid())
                          returning id)
                        insert into message (message_id, sender, recipient, conversation_id, type, state, door,
                          media_type, original, sha256, canonical, revision, conversation_state, accepted_at, receipt)
                        select gen_random_uuid(), 'LA:998', 'ODS:RN1', id, :type, 'accepted', 'test',
                          'application/json', '', '', '{}', 1, 'requested', now(), '{}' from c
                        """)
                .param("type", type)
                .update();
    }
}
