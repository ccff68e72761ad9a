package org.ehcexchange.ledger.children;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

import javax.sql.DataSource;

/// The children of an exchange that ran before it knew whose references they are.
class MovedChildrenTests {

    private static final DataSource SOURCE = TestDatabase.at(22);
    private static final JdbcClient DATABASE = JdbcClient.create(SOURCE);

    @BeforeAll
    static void fillAndMove() {
        asked(child("C-1", "'9990000018'", "null"), "ZZ99 3VZ");
        asked(child("C-2", "null", "null"), null);
        asked(child("C-2", "null", "null"), null);
        asked(child("C-3", "null", "'A950000178301'"), null);
        asked(child("C-4", "null", "'A950000178301'"), null);
        child("C-5", "null", "null");
        DATABASE.sql(
                        """
                        insert into message (held_id, message_id, sender, recipient, conversation_id, type, state, note,
                          door, media_type, original, sha256, canonical, revision, conversation_state, accepted_at, receipt)
                        select gen_random_uuid(), gen_random_uuid(), 'LA:998', 'ODS:RN1', id, 'advice-request', 'held',
                          'held for a person: differs from what is on record in date of birth, family name',
                          'canonical', 'application/json', '', '', '{}', 1, 'held', now(), '{}'
                        from conversation limit 1
                        """)
                .update();
        Flyway.configure().dataSource(SOURCE).load().migrate();
    }

    private static long child(String reference, String nhsNumber, String upn) {
        return DATABASE.sql(
                        """
                        insert into child (reference, nhs_number, upn, family_name_key, date_of_birth, first_seen_at)
                        values ('%s', %s, %s, 'sandpiper', '2016-04-02', now()) returning id
                        """
                                .formatted(reference, nhsNumber, upn))
                .query(Long.class)
                .single();
    }

    private static void asked(long child, String postcode) {
        DATABASE.sql(
                        """
                        with v as (
                          insert into conversation (id, authority, adviser, case_reference, advice_type, state,
                            revision, opened_at, changed_at, request_id, child_id)
                          values (gen_random_uuid(), 'LA:998', 'ODS:RN1', 'EHC-1', 'medical', 'requested',
                            1, now(), now(), gen_random_uuid(), :child) returning id, request_id)
                        insert into message (message_id, sender, recipient, conversation_id, type, state,
                          door, media_type, original, sha256, canonical, revision, conversation_state, accepted_at, receipt)
                        select request_id, 'LA:998', 'ODS:RN1', id, 'advice-request', 'accepted',
                          'canonical', 'application/json', '', '', :canonical, 1, 'requested', now(), '{}' from v
                        """)
                .param("child", child)
                .param(
                        "canonical",
                        postcode == null
                                ? "{\"child\": {}}"
                                : "{\"child\": {\"postcode\": \"%s\"}}".formatted(postcode))
                .update();
    }

    @Test
    void belongToTheAuthorityThatAskedFirst() {
        assertThat(column("authority"))
                .containsExactly("LA:998", "LA:998", null, "LA:998", "LA:998", null);
    }

    @Test
    void liveWhereTheRequestSaid() {
        assertThat(column("postcode")).startsWith("ZZ99 3VZ").hasSize(6);
    }

    @Test
    void mayShareAUpnWhereTheyDid() {
        assertThat(column("shares_upn::text"))
                .containsExactly("false", "false", "false", "false", "true", "false");
    }

    @Test
    void areNotProtectedUntilSomebodySaysSo() {
        assertThat(column("protected::text")).containsOnly("false");
    }

    @Test
    void areHeldForTheFieldsThatTheWordsNamed() {
        assertThat(
                        DATABASE.sql("select differs from message where state = 'held'")
                                .query((row, n) -> row.getArray(1).getArray())
                                .single())
                .isEqualTo(new String[] {"date of birth", "family name"});
    }

    private static List<String> column(String name) {
        return DATABASE.sql("select " + name + " from child order by id")
                .query((row, n) -> row.getString(1))
                .list();
    }
}
