package org.ehcexchange.ledger.transfer;

import com.github.f4b6a3.uuid.UuidCreator;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.PlanReceived;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.conversation.SaidForOthers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// Says to the old authority, in the new one's name, that its exchange holds a plan whole: a
/// `plan-received` for each plan that came sealed and is about the child it seems to be about; and
/// that one is not taken which was called back or rejected.
///
/// Its id and its words follow from the plan, so that whoever says it again, after a kill or from
/// another instance, says the same.
@Component
public class PlansInHand {

    private static final Logger log = LoggerFactory.getLogger(PlansInHand.class);

    private static final int BATCH = 100;

    /// Plans that came from another exchange and are still on their way, as the record has it.
    private static final String IN_HAND =
            """
            select m.canonical, m.accepted_at from conversation v
              join plan_transfer t on t.conversation_id = v.id
              join message m on m.conversation_id = v.id and m.message_id = t.message_id
            where v.kind = 'plan-transfer' and v.state = 'sent' and m.door = 'sealed'
            """;

    private final JdbcClient database;
    private final SaidForOthers others;
    private final Rows rows;
    private final PlansLetGo letGo;

    PlansInHand(JdbcClient database, SaidForOthers others, Rows rows, PlansLetGo letGo) {
        this.database = database;
        this.others = others;
        this.rows = rows;
        this.letGo = letGo;
    }

    /// Says it of one conversation's plan; without effect where there is nothing to say.
    public void say(ConversationId conversation) {
        say(database.sql(IN_HAND + " and v.id = :id").param("id", conversation.value()));
        letGo.say(conversation);
    }

    /// Says what was left unsaid: by a kill, or because a person first had to tell which child
    /// it is.
    public void sayAll() {
        say(database.sql(IN_HAND + " order by v.id limit :most").param("most", BATCH));
        letGo.sayAll();
    }

    private void say(JdbcClient.StatementSpec query) {
        SaidForOthers.causes(query).forEach(this::say);
    }

    private void say(SaidForOthers.Cause plan) {
        PlanReceived received = received(plan);
        if (others.say(received, plan.at()) instanceof Outcome.NotAccepted not) {
            log.warn(
                    "{} could not be said: {}; the old authority learns of it by the acceptance",
                    received,
                    not.violations());
        }
    }

    private PlanReceived received(SaidForOthers.Cause plan) {
        Envelope sent = rows.message(plan.canonical()).envelope();
        UUID id = UuidCreator.getNameBasedSha1(sent.messageId().value(), "plan-received");
        return new PlanReceived(
                new Envelope(
                        new MessageId(id),
                        sent.conversationId(),
                        sent.messageId(),
                        sent.to(),
                        sent.from(),
                        plan.inLondon(),
                        sent.ground(),
                        sent.child(),
                        List.of()),
                Rows.sha256(plan.canonical().getBytes(StandardCharsets.UTF_8)));
    }
}
