package org.ehcexchange.ledger;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Current;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who did what, when and on what ground; added to, never changed, and free of personal data.
@Component
public class Audit {

    private final JdbcClient database;
    private final Rows rows;
    private final InstantSource clock;

    public Audit(JdbcClient database, Rows rows, InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /// @param actor an organisation's code, or `exchange`
    /// @param act a word such as `delivered`
    public record Act(
            String actor,
            String act,
            @Nullable MessageId message,
            @Nullable ConversationId conversation,
            Map<String, ?> detail) {}

    /// A detail with the person who did it; as it was where a system did.
    public static Map<String, ?> by(@Nullable String person, Map<String, ?> detail) {
        Map<String, Object> whole = new LinkedHashMap<>(detail);
        if (person != null) {
            whole.put("person", person);
        }
        return whole;
    }

    public void add(Act act) {
        write(act, clock.instant());
    }

    /// That a message goes to the successor of the closed body it was addressed to.
    public void redirected(EhcMessage message, Current.Succeeded successor) {
        add(
                new Act(
                        "exchange",
                        "redirected",
                        message.envelope().messageId(),
                        message.envelope().conversationId(),
                        chain(successor)));
    }

    /// The detail of a `redirected` act, as JSON.
    public String redirection(Current.Succeeded successor) {
        return rows.json(chain(successor));
    }

    private static Map<String, ?> chain(Current.Succeeded successor) {
        return Map.of(
                "to", successor.organisation().code().value(),
                "chain", successor.through().stream().map(body -> body.code().value()).toList(),
                "reason", successor.why());
    }

    public void turnedAway(Arrival arrival, Arrival.Fault fault, List<Violation> violations) {
        Map<String, ?> detail =
                Map.of("door", arrival.door(), "fault", fault.name(), "violations", violations);
        write(new Act(arrival.sender().value(), "turned-away", null, null, detail), arrival.at());
    }

    private void write(Act act, Instant at) {
        database.sql(
                        """
                        insert into audit (at, actor, act, message_id, conversation_id, detail)
                        values (:at, :actor, :act, :message, :conversation, cast(:detail as jsonb))
                        """)
                .param("at", Rows.time(at))
                .param("actor", act.actor())
                .param("act", act.act())
                .param("message", act.message() == null ? null : act.message().value())
                .param(
                        "conversation",
                        act.conversation() == null ? null : act.conversation().value())
                .param("detail", rows.json(act.detail()))
                .update();
    }
}
