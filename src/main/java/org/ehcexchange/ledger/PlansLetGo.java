package org.ehcexchange.ledger;

import com.github.f4b6a3.uuid.UuidCreator;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.PlanDeclined;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;

/// Says to the old authority, in the new one's name, that a plan it called back in time is let go:
/// a `plan-declined` for each sealed `plan-recalled` that found the plan not accepted.
///
/// Its id and its words follow from the recall, so that whoever says it again says the same.
@Component
class PlansLetGo {

    private static final Logger log = LoggerFactory.getLogger(PlansLetGo.class);

    private static final int BATCH = 100;
    private static final String REASON =
            "Called back by the authority that sent it, before anybody here accepted it.";

    private static final String UNSAID =
            """
            select m.canonical, m.accepted_at from conversation v
              join message m on m.conversation_id = v.id
            where v.kind = 'plan-transfer' and v.state = 'recalled' and m.type = 'plan-recalled'
              and m.door = 'sealed' and m.state = 'accepted'
              and not exists (select 1 from message s where s.conversation_id = v.id
                and s.type = 'plan-declined')
            """;

    private final JdbcClient database;
    private final SaidForOthers others;
    private final Rows rows;

    PlansLetGo(JdbcClient database, SaidForOthers others, Rows rows) {
        this.database = database;
        this.others = others;
        this.rows = rows;
    }

    /// Says it of one conversation; without effect where there is nothing to say.
    void say(ConversationId conversation) {
        say(database.sql(UNSAID + " and v.id = :id").param("id", conversation.value()));
    }

    /// Says what a kill left unsaid.
    void sayAll() {
        say(database.sql(UNSAID + " order by v.id limit :most").param("most", BATCH));
    }

    private void say(JdbcClient.StatementSpec query) {
        SaidForOthers.causes(query).forEach(this::say);
    }

    private void say(SaidForOthers.Cause recalled) {
        PlanDeclined declined = declined(recalled);
        if (others.say(declined, recalled.at()) instanceof Outcome.NotAccepted not) {
            log.warn(
                    "{} could not be said: {}; the next look tries again",
                    declined,
                    not.violations());
        }
    }

    private PlanDeclined declined(SaidForOthers.Cause recalled) {
        Envelope asked = rows.message(recalled.canonical()).envelope();
        return new PlanDeclined(
                new Envelope(
                        new MessageId(
                                UuidCreator.getNameBasedSha1(
                                        asked.messageId().value(), "plan-declined")),
                        asked.conversationId(),
                        asked.inReplyTo(),
                        asked.to(),
                        asked.from(),
                        recalled.inLondon(),
                        asked.ground(),
                        asked.child(),
                        List.of()),
                REASON,
                null);
    }
}
