package org.ehcexchange.ledger.held;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Reader;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.children.LikelyChildren;
import org.ehcexchange.ledger.children.OnRecord;
import org.ehcexchange.ledger.children.TwoRecords;
import org.ehcexchange.ledger.conversation.First;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Shows a person whom a held message is about and whom it may be about; looking is audited.
@Component
public class HeldRecords {

    private final JdbcClient database;
    private final Rows rows;
    private final LikelyChildren likely;
    private final Audit audit;

    HeldRecords(JdbcClient database, Rows rows, LikelyChildren likely, Audit audit) {
        this.database = database;
        this.rows = rows;
        this.likely = likely;
        this.audit = audit;
    }

    /// What is held, with both records.
    public record Look(Held.Item item, TwoRecords records) {}

    /// Empty for one that is not held, or no more.
    public Optional<Look> look(UUID item, Reader reader) {
        Optional<Look> found =
                database.sql(
                                """
                                select m.*, asked.canonical as request from message m
                                  join conversation v on v.id = m.conversation_id
                                  left join message asked on asked.sender = v.authority
                                    and asked.message_id = v.request_id and asked.seq <> m.seq
                                where m.held_id = :id and m.state = 'held'
                                """)
                        .param("id", item)
                        .query((row, n) -> look(row))
                        .optional();
        found.ifPresent(look -> note(look, reader));
        return found;
    }

    private Look look(ResultSet row) throws SQLException {
        EhcMessage message = rows.message(row.getString("canonical"));
        Envelope held = message.envelope();
        String request = row.getString("request");
        return new Look(
                HeldDesk.item(row),
                new TwoRecords(
                        OnRecord.of("what came", held.child()),
                        request == null
                                ? likely.of(held.child(), held.from(), caseOf(message))
                                : List.of(asked(rows.message(request)))));
    }

    private static @Nullable CaseReference caseOf(EhcMessage message) {
        return First.of(message).map(First::caseReference).orElse(null);
    }

    private static OnRecord asked(EhcMessage request) {
        OrganisationCode from = request.envelope().from();
        return OnRecord.of("the request of " + from, request.envelope().child());
    }

    private void note(Look look, Reader reader) {
        audit.add(
                new Audit.Act(
                        reader.by().value(),
                        "viewed",
                        look.item().messageId(),
                        look.item().conversationId(),
                        Audit.by(reader.person(), Map.of("purpose", reader.purpose()))));
    }
}
