package org.ehcexchange.ledger.conversation;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/// What the exchange says in an authority's name, by itself, because of what is on record: it goes
/// the one way in, as if the authority had sent it.
@Component
public class SaidForOthers {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Acceptance acceptance;
    private final Rows rows;

    SaidForOthers(Acceptance acceptance, Rows rows) {
        this.acceptance = acceptance;
        this.rows = rows;
    }

    /// A message on record that gives cause to say something.
    ///
    /// @param canonical as it is on record
    /// @param at when it was accepted
    public record Cause(String canonical, Instant at) {

        private static Cause of(ResultSet row) throws SQLException {
            return new Cause(
                    row.getString("canonical"),
                    row.getObject("accepted_at", OffsetDateTime.class).toInstant());
        }

        public OffsetDateTime inLondon() {
            return at.atZone(LONDON).toOffsetDateTime();
        }
    }

    /// @param query for `canonical` and `accepted_at` of messages
    public static List<Cause> causes(JdbcClient.StatementSpec query) {
        return query.query((row, n) -> Cause.of(row)).list();
    }

    /// @param at the moment as of which it is said
    public Outcome say(EhcMessage message, Instant at) {
        Arrival arrival =
                new Arrival(
                        message.envelope().from(),
                        "exchange",
                        "application/json",
                        rows.canonical(message).getBytes(StandardCharsets.UTF_8),
                        at);
        return acceptance.accept(arrival.read(message));
    }
}
