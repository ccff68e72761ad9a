package org.ehcexchange.ledger.transfer;

import com.github.f4b6a3.uuid.UuidCreator;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.PlanDeclined;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.conversation.SaidForOthers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;

/// Says to the old authority, in the new one's name, that a plan is not taken: a `plan-declined`
/// for each sealed `plan-recalled` that found the plan not accepted, and for each sealed plan that
/// a person rejected while it was held. Without it the old authority would wait for ever.
///
/// Its id and its words follow from what gave cause, so that whoever says it again says the same.
@Component
class PlansLetGo {

    private static final Logger log = LoggerFactory.getLogger(PlansLetGo.class);

    private static final int BATCH = 100;
    private static final String REASON =
            "Called back by the authority that sent it, before anybody here accepted it.";

    /// Neither what differs nor from whom: that would tell what is on record here.
    private static final String NOT_TAKEN =
            "Not taken as it is: a person here could not say which child it is about. Compare the"
                    + " child's details with your records, put them right where they are wrong, and"
                    + " send the plan again, or to the authority that it is for.";

    private static final String UNSAID =
            """
            select m.canonical,
              case m.type when 'plan-recalled' then m.accepted_at else v.changed_at end as accepted_at
            from conversation v join message m on m.conversation_id = v.id
            where v.kind = 'plan-transfer' and m.door = 'sealed'
              and (v.state, m.type, m.state) in (('recalled', 'plan-recalled', 'accepted'),
                ('rejected', 'plan-transfer', 'rejected'))
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

    private void say(SaidForOthers.Cause cause) {
        PlanDeclined declined = declined(cause);
        if (others.say(declined, cause.at()) instanceof Outcome.NotAccepted not) {
            log.warn(
                    "{} could not be said: {}; the next look tries again",
                    declined,
                    not.violations());
        }
    }

    private PlanDeclined declined(SaidForOthers.Cause cause) {
        return switch (rows.message(cause.canonical())) {
            case PlanTransfer plan ->
                    declined(cause, plan.envelope(), plan.envelope().messageId(), NOT_TAKEN);
            case EhcMessage recall ->
                    declined(cause, recall.envelope(), recall.envelope().inReplyTo(), REASON);
        };
    }

    private static PlanDeclined declined(
            SaidForOthers.Cause cause, Envelope asked, @Nullable MessageId plan, String reason) {
        return new PlanDeclined(
                new Envelope(
                        new MessageId(
                                UuidCreator.getNameBasedSha1(
                                        asked.messageId().value(), "plan-declined")),
                        asked.conversationId(),
                        plan,
                        asked.to(),
                        asked.from(),
                        cause.inLondon(),
                        asked.ground(),
                        asked.child(),
                        List.of()),
                reason,
                null);
    }
}
