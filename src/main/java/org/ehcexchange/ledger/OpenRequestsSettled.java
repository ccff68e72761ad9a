package org.ehcexchange.ledger;

import com.github.f4b6a3.uuid.UuidCreator;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceWithdrawn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.ledger.CasesLeft.Left;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Takes back, in the authority's name, what it still asks in cases that it left, and so tells each
/// adviser.
///
/// It looks for what is open, so that a crash, a request that a person let go later, or one that
/// came in at the same moment is found by the next look. A withdrawal's id follows from the
/// request's conversation: two instances, or two looks, make the same one.
@Component
class OpenRequestsSettled {

    private static final Logger log = LoggerFactory.getLogger(OpenRequestsSettled.class);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /// Of a case that was left; one whose withdrawal the gate refused is not tried again.
    private static final String STILL_OPEN =
            """
            select l.how, l.left_on, l.successor, l.open_requests, r.canonical
            from case_left l
              join conversation v on v.authority = l.authority and v.case_reference = l.case_reference
              join message r on r.message_id = v.request_id and r.sender = v.authority
            where v.kind = 'advice' and v.state in ('requested', 'acknowledged', 'late')
              and not exists (select 1 from message w where w.conversation_id = v.id
                and w.type = 'advice-withdrawn' and w.door = 'exchange')
            order by v.opened_at limit 100
            """;

    private final JdbcClient database;
    private final Acceptance acceptance;
    private final Repointing repointing;
    private final Rows rows;
    private final InstantSource clock;
    private final Set<ConversationId> notWithdrawn = ConcurrentHashMap.newKeySet();

    OpenRequestsSettled(
            JdbcClient database,
            Acceptance acceptance,
            Repointing repointing,
            Rows rows,
            InstantSource clock) {
        this.database = database;
        this.repointing = repointing;
        this.acceptance = acceptance;
        this.rows = rows;
        this.clock = clock;
    }

    /// @param asked what is still open in a case that was left
    private record Open(AdviceRequest asked, Left left) {

        Envelope request() {
            return asked.envelope();
        }
    }

    /// Takes back what is open; whatever cannot be taken back is tried again when the exchange
    /// starts.
    void settle() {
        database.sql(STILL_OPEN).query((row, n) -> open(row)).list().stream()
                .filter(open -> !notWithdrawn.contains(open.request().conversationId()))
                .forEach(this::withdraw);
    }

    private Open open(ResultSet row) throws SQLException {
        return new Open(
                (AdviceRequest) rows.message(row.getString("canonical")), CasesLeft.read(row));
    }

    private void withdraw(Open open) {
        Instant now = clock.instant();
        AdviceWithdrawn withdrawn = withdrawal(open, now);
        Arrival arrival =
                new Arrival(
                        withdrawn.envelope().from(),
                        "exchange",
                        "application/json",
                        rows.canonical(withdrawn).getBytes(StandardCharsets.UTF_8),
                        now);
        if (acceptance.accept(arrival.read(withdrawn)) instanceof Outcome.NotAccepted not
                && not.fault() != Arrival.Fault.CONFLICT) {
            notWithdrawn.add(open.request().conversationId());
            log.warn(
                    "The request of conversation {} was not withdrawn though its case was left: {}",
                    open.request().conversationId(),
                    not.violations());
        }
    }

    private AdviceWithdrawn withdrawal(Open open, Instant now) {
        Envelope request = open.request();
        ConversationId conversation = request.conversationId();
        return new AdviceWithdrawn(
                new Envelope(
                        new MessageId(
                                UuidCreator.getNameBasedSha1(
                                        conversation.value(), "withdrawn-with-the-case")),
                        conversation,
                        request.messageId(),
                        request.from(),
                        request.to(),
                        now.atZone(LONDON).toOffsetDateTime(),
                        request.ground(),
                        request.child(),
                        List.of()),
                repointing.words(open.left(), request.from()));
    }
}
