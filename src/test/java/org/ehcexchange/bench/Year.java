package org.ehcexchange.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Makes a year of England's messages of one whole exchange of advice, by copying its rows: other
/// ids, bodies, children, cases and days.
///
/// One conversation in 20 is the home authority's, more than three times what the largest has; one
/// in 400 is asked of the body that has a worktray. The last six weeks' are not answered yet.
final class Year {

    /// Three messages each.
    static final int CONVERSATIONS = 433_334;

    private static final int OPEN = CONVERSATIONS * 6 / 52;
    private static final int CHILDREN = CONVERSATIONS / 6;
    private static final String AUTHORITY =
            "case when i % 20 = 0 then 'LA:998' else 'LA:' || 201 + i % 152 end";
    private static final String ADVISER =
            "case when i % 400 = 0 then 'URN:900002' when i % 20 = 0 then 'ODS:RN1' else 'ODS:X' ||"
                    + " 100 + i % 152 end";
    private static final String CASE = "'EHC-' || i / 6";
    private static final String CONVERSATION = "md5('conversation' || i)::uuid";
    private static final String MESSAGE = "md5('message' || b.type || i)::uuid";
    private static final String AT = "now() - i * interval '1 year' / %d".formatted(CONVERSATIONS);
    private static final String SEQ = "b.seq + 1000 + i * 3";

    private final JdbcClient database;

    Year(JdbcClient database) {
        this.database = database;
    }

    void make() {
        database.sql("set session_replication_role = replica").update();
        copy("child", "true", CHILDREN, child());
        copy("case_file", "true", CHILDREN, caseFile());
        copy("conversation", "true", CONVERSATIONS, conversation());
        copy("message", "i > " + OPEN + " or b.type = 'advice-request'", CONVERSATIONS, message());
        copy(
                "delivery",
                "i > " + OPEN + " or message_seq = (select min(seq) from message)",
                CONVERSATIONS,
                delivery());
        copy("running_clock", "conversation_id is not null", CONVERSATIONS, clock());
        copy(
                "audit",
                "conversation_id is not null and act in ('accepted', 'delivered')",
                CONVERSATIONS,
                audit());
        database.sql("set session_replication_role = origin").update();
        database.sql("analyze").update();
    }

    private static Map<String, String> child() {
        return Map.of(
                "id", "i + 1000",
                "reference", "'C-' || i",
                "nhs_number", "(9990000000 + i)::text",
                "upn", "null",
                "authority", "null",
                "family_name_key", "'SYNTHETIC' || i",
                "first_seen_at", AT);
    }

    private static Map<String, String> caseFile() {
        return Map.of(
                "id", "i + 1000",
                "authority", AUTHORITY,
                "case_reference", "'EHC-' || i",
                "child_id", "i + 1000",
                "opened_at", AT);
    }

    private static Map<String, String> conversation() {
        return Map.of(
                "id", CONVERSATION,
                "authority", AUTHORITY,
                "adviser", ADVISER,
                "case_reference", CASE,
                "child_id", "i / 6 + 1000",
                "state", "case when i > %d then b.state else 'requested' end".formatted(OPEN),
                "opened_at", AT,
                "changed_at", AT,
                "request_id", "md5('messageadvice-request' || i)::uuid");
    }

    private static Map<String, String> message() {
        return Map.of(
                "seq", SEQ,
                "message_id", MESSAGE,
                "sender",
                        "case when b.type = 'advice-request' then %s else %s end"
                                .formatted(AUTHORITY, ADVISER),
                "recipient",
                        "case when b.type = 'advice-request' then %s else %s end"
                                .formatted(ADVISER, AUTHORITY),
                "conversation_id", CONVERSATION,
                "in_reply_to",
                        "case when b.type = 'advice-request' then null else"
                                + " md5('messageadvice-request' || i)::uuid end",
                "accepted_at", AT);
    }

    private static Map<String, String> delivery() {
        return Map.of(
                "id",
                "md5('delivery' || b.id || i)::uuid",
                "seq",
                "b.seq + 1000 + i * 3",
                "message_seq",
                "b.message_seq + 1000 + i * 3",
                "conversation_id",
                CONVERSATION,
                "recipient",
                "case when b.message_seq = (select min(seq) from message) then %s else %s end"
                        .formatted(ADVISER, AUTHORITY),
                "status",
                "'delivered'",
                "not_before",
                AT,
                "changed_at",
                AT,
                "delivered_at",
                AT);
    }

    private static Map<String, String> clock() {
        return Map.ofEntries(
                Map.entry("id", "md5('clock' || b.id || i)::uuid"),
                Map.entry("conversation_id", CONVERSATION),
                Map.entry("authority", AUTHORITY),
                Map.entry("case_reference", CASE),
                Map.entry("owed_by", ADVISER),
                Map.entry("owed_to", AUTHORITY),
                Map.entry("started_on", "(%s)::date".formatted(AT)),
                Map.entry("due_on", "(%s)::date + 42".formatted(AT)),
                Map.entry("due_soon_on", "(%s)::date + 35".formatted(AT)),
                Map.entry("reminders", "'{}'"),
                Map.entry(
                        "met_on",
                        "case when i > %d then (%s)::date + 20 + i %% 30 end".formatted(OPEN, AT)),
                Map.entry(
                        "state",
                        "case when i <= %d then case when i > %d then 'due-soon' else 'running' end when i %% 30 > 22 then 'met-late' else 'met' end"
                                .formatted(OPEN, OPEN * 5 / 6)),
                Map.entry("since", "(%s)::date".formatted(AT)),
                Map.entry("turns_on", "null"));
    }

    private static Map<String, String> audit() {
        return Map.of(
                "id",
                "b.id + 1000 + i * 6",
                "at",
                AT,
                "actor",
                "case when b.actor = 'exchange' then b.actor else %s end".formatted(AUTHORITY),
                "message_id",
                "md5('message' || (select type from message m where m.message_id = b.message_id) ||"
                        + " i)::uuid",
                "conversation_id",
                CONVERSATION);
    }

    /// @param what the rows to copy, named b; i counts the copies, the newest first
    private void copy(String table, String what, int times, Map<String, String> other) {
        String columns = String.join(", ", columns(table));
        String values =
                columns(table).stream()
                        .map(column -> new TreeMap<>(other).getOrDefault(column, "b." + column))
                        .collect(Collectors.joining(", "));
        database.sql(
                        "insert into %s (%s) overriding system value select %s from (select * from %s) b, generate_series(1, %d) i where %s"
                                .formatted(table, columns, values, table, times, what))
                .update();
    }

    private List<String> columns(String table) {
        return database.sql(
                        """
                        select column_name from information_schema.columns
                        where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'
                        order by ordinal_position
                        """)
                .param(table)
                .query(String.class)
                .list();
    }
}
