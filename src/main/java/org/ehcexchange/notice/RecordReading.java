package org.ehcexchange.notice;

import org.ehcexchange.directory.Person;
import org.ehcexchange.ledger.reading.News;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Finds in the record what came by a message since it was last read; never on the way of a message
/// itself. What was held then is told of once a person lets it go on.
@Component
@NoticesOn
class RecordReading {

    private static final int BATCH = 1000;

    /// Held things are few, and each is told once.
    private static final int MOST_HELD = 100;

    /// What came longer ago, while notices were off, people have long seen on their pages.
    private static final Duration NO_NEWS = Duration.ofDays(14);

    private final News news;
    private final NoticeRows rows;
    private final Audience audience;
    private final HeldThings held;
    private final JdbcClient database;
    private final InstantSource clock;

    RecordReading(
            News news,
            NoticeRows rows,
            Audience audience,
            HeldThings held,
            JdbcClient database,
            InstantSource clock) {
        this.news = news;
        this.rows = rows;
        this.audience = audience;
        this.held = held;
        this.database = database;
        this.clock = clock;
    }

    /// Reads on, in the caller's transaction.
    ///
    /// @return false, and nothing was read, where another instance is reading
    boolean read() {
        Optional<News.Place> place = lock();
        place.ifPresent(this::readFrom);
        return place.isPresent();
    }

    /// What was recorded before notices were first asked for is no news.
    private Optional<News.Place> lock() {
        News.Place end = news.end();
        database.sql(
                        """
                        insert into notice_place (seq, next_seq, next_xid) values (:seq, :next, :xid)
                        on conflict do nothing
                        """)
                .param("seq", end.seq())
                .param("next", end.next())
                .param("xid", end.xid())
                .update();
        return database.sql("select * from notice_place for update skip locked")
                .query(
                        (row, n) ->
                                new News.Place(
                                        row.getLong("seq"),
                                        row.getLong("next_seq"),
                                        row.getLong("next_xid")))
                .optional();
    }

    private void readFrom(News.Place place) {
        News.Place then = news.moveOn(place);
        long last = place.seq();
        List<News.Item> items;
        do {
            items = news.after(last, BATCH);
            items.forEach(this::tell);
            last = items.isEmpty() ? last : items.getLast().seq();
        } while (items.size() == BATCH);
        held.waiting(MOST_HELD).forEach(this::tell);
        keep(then);
    }

    /// In the transaction of the release. What was told already, a request that waits to be told
    /// among it, is not told twice.
    @EventListener
    void on(News.Released released) {
        tell(released.item());
    }

    private void tell(News.Item item) {
        Stage.of(item)
                .filter(stage -> item.at().isAfter(clock.instant().minus(NO_NEWS)))
                .ifPresent(
                        stage ->
                                rows.add(
                                        Happening.in(
                                                item.conversation(),
                                                stage,
                                                String.valueOf(item.seq()),
                                                item.at()),
                                        told(stage, item)));
    }

    private List<Person> told(Stage stage, News.Item item) {
        return switch (stage) {
            case NEW_REQUEST -> audience.tray(item.to());
            case WITHDRAWN ->
                    audience.tray(item.to()).isEmpty()
                            ? List.of()
                            : audience.workingOn(item.to(), item.conversation());
            case ADVICE_ARRIVED,
                    NOTHING_KNOWN,
                    DECLINED,
                    EXCEPTION,
                    PLAN_TO_ACCEPT,
                    PLAN_QUERIED,
                    PLAN_DECLINED ->
                    audience.caseworkers(item.to());
            case HANDED_OUT, REMINDER, DUE_SOON, OVERDUE, HELD, NOTIFICATION_TO_APPROVE ->
                    throw new IllegalStateException(stage.code() + " does not come by a message");
        };
    }

    private void tell(HeldThings.Thing thing) {
        rows.add(
                new Happening(Stage.HELD, thing.id(), "held", thing.conversation(), thing.since()),
                audience.caseworkers(held.home()));
    }

    private void keep(News.Place place) {
        database.sql("update notice_place set seq = :seq, next_seq = :next, next_xid = :xid")
                .param("seq", place.seq())
                .param("next", place.next())
                .param("xid", place.xid())
                .update();
    }
}
