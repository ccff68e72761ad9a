package org.ehcexchange.notice;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Person;
import org.ehcexchange.ledger.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Who is to be told what: one row a person, thing and stage, written once however often it is
/// heard of.
@Component
@NoticesOn
class NoticeRows {

    private static final String ADD =
            """
            insert into notice (person, organisation, stage, thing, occurrence, conversation_id, happened_at, not_before)
            values (:person, :organisation, :stage, :thing, :occurrence, :conversation, :at, :notBefore)
            on conflict do nothing
            """;

    /// Of whoever has an email on its way, the rest goes into the next.
    private static final String DUE =
            """
            select n.* from notice n where n.state = 'waiting' and n.mail_id is null and n.not_before <= :now
              and not exists (select 1 from notice_mail m where m.person = n.person and m.state = 'ready')
            order by n.person, n.happened_at, n.id limit :most
            """;

    private final JdbcClient database;
    private final NoticeSettings settings;
    private final InstantSource clock;

    NoticeRows(JdbcClient database, NoticeSettings settings, InstantSource clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /// In the caller's transaction, where it has one.
    void add(Happening happening, Collection<Person> people) {
        for (Person person : people) {
            database.sql(ADD)
                    .param("person", person.signIn())
                    .param("organisation", person.organisation().value())
                    .param("stage", happening.stage().code())
                    .param("thing", happening.thing())
                    .param("occurrence", happening.occurrence())
                    .param("conversation", value(happening))
                    .param("at", Rows.time(happening.at()))
                    .param("notBefore", Rows.time(notBefore(happening)))
                    .update();
        }
    }

    private static @Nullable UUID value(Happening happening) {
        ConversationId conversation = happening.conversation();
        return conversation == null ? null : conversation.value();
    }

    private Instant notBefore(Happening happening) {
        return switch (happening.stage().when()) {
            case AT_ONCE -> happening.at();
            case IN_THE_MORNING -> nextMorning(happening.at());
        };
    }

    private Instant nextMorning(Instant after) {
        LocalDate day = LondonDay.of(after);
        Instant morning = LondonDay.at(day, settings.morning());
        return morning.isBefore(after)
                ? LondonDay.at(day.plusDays(1), settings.morning())
                : morning;
    }

    /// What may be told now, person by person.
    List<Notice> due(int most) {
        return database.sql(DUE)
                .param("now", Rows.time(clock.instant()))
                .param("most", most)
                .query((row, n) -> notice(row))
                .list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        UUID conversation = row.getObject("conversation_id", UUID.class);
        return new Notice(
                row.getLong("id"),
                Code.find(Stage.class, row.getString("stage")).orElseThrow(),
                row.getString("person"),
                new OrganisationCode(row.getString("organisation")),
                row.getObject("thing", UUID.class),
                conversation == null ? null : new ConversationId(conversation),
                row.getObject("happened_at", OffsetDateTime.class).toInstant());
    }

    /// Looked at again later: sooner what is new, seldom what has waited for long.
    void later(Notice notice, Instant when) {
        database.sql("update notice set not_before = :when where id = :id")
                .param("when", Rows.time(when))
                .param("id", notice.id())
                .update();
    }

    /// There is nothing to tell any more.
    void over(Notice notice) {
        database.sql("update notice set state = 'over' where id = :id")
                .param("id", notice.id())
                .update();
    }

    void goInto(UUID mail, List<Notice> notices) {
        database.sql("update notice set mail_id = :mail where id in (:ids)")
                .param("mail", mail)
                .param("ids", notices.stream().map(Notice::id).toList())
                .update();
    }

    /// Those that an email tells, each in the state that the email ended in.
    ///
    /// @param state `told` or `given-up`
    List<Notice> end(UUID mail, String state) {
        return database.sql("update notice set state = :state where mail_id = :mail returning *")
                .param("state", state)
                .param("mail", mail)
                .query((row, n) -> notice(row))
                .list();
    }
}
