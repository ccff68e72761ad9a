package org.ehcexchange.ledger.children;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.children.ChildMatch.Known;
import org.ehcexchange.ledger.children.Recognition.By;
import org.ehcexchange.ledger.children.Recognition.Candidate;
import org.ehcexchange.ledger.succession.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The children of the record, each known by a number with a date of birth and a family name.
@Component
public class ChildRows {

    private static final String KNOWN =
            """
            id, nhs_number, upn, family_name_key, date_of_birth, also, protected,
              (select jsonb_build_object('of', cast(:authority as text), 'facts', jsonb_agg(f.fact order by f.seq))::text
               from fact_on_record f where f.child_id = child.id having count(*) > 0) as facts
            """;

    // Each finds few, by an index of its own.
    private static final String WITH_NUMBER =
            "(select 'NHS_NUMBER' as by, %s from child where nhs_number = :nhsNumber)"
                    .formatted(KNOWN);
    private static final String WITH_UPN =
            "(select 'UPN' as by, %s from child where upn = :upn order by id limit 5)"
                    .formatted(KNOWN);
    private static final String WITH_REFERENCE =
            """
            (select 'REFERENCE' as by, %s from child
             where authority in (:authorities) and reference = :reference order by id limit 5)
            """
                    .formatted(KNOWN);
    private static final String WITH_REFERENCE_ALONE =
            """
            (select 'REFERENCE' as by, %s from child
             where authority in (:authorities) and reference = :reference and nhs_number is null and upn is null)
            """
                    .formatted(KNOWN);
    private static final String WITH_BIRTH_AND_POSTCODE =
            """
            (select 'BIRTH_AND_POSTCODE' as by, %s from child
             where date_of_birth = :dateOfBirth and postcode = :postcode and nhs_number is not null limit 20)
            """
                    .formatted(KNOWN);

    /// What is on record of the case, and whose case it is: of the authority's own file, or of the
    /// only one of those it took over from, as `CaseHolders` has it.
    private static final String OF_CASE =
            """
             union all
            (select 'CASE' as by, %s from child where id = (select f.child_id from case_file f
             where f.authority in (:authorities) and f.case_reference = :caseReference
               and (f.authority = :authority or not exists (select 1 from case_file o
                 where o.authority in (:authorities) and o.case_reference = :caseReference and o.id <> f.id))))
             union all
            (select null, null, null, null, null, null, null, null,
               jsonb_build_object('of', cast(:authority as text), 'facts', jsonb_agg(f.fact order by f.seq))::text
             from fact_on_record f where f.authority in (:authorities) and f.child_id is null
               and f.case_reference = :caseReference having count(*) > 0)
            """
                    .formatted(KNOWN);

    private static final String ADD =
            """
            insert into child (reference, authority, nhs_number, upn, family_name_key, date_of_birth, postcode,
              protected, shares_upn, first_seen_at)
            values (:reference, :authority, :nhsNumber, :upn, :familyNameKey, :dateOfBirth, :postcode,
              :protected, :another and exists (select 1 from child where upn = cast(:upn as text)), :at)
            returning id
            """;

    private static final String LEARN =
            """
            update child set nhs_number = coalesce(nhs_number, :nhsNumber),
              upn = coalesce(upn, (select cast(:upn as text)
                where not exists (select 1 from child o where o.upn = cast(:upn as text)))),
              postcode = coalesce(:postcode, postcode), protected = protected or :protected
            where id = :id
            """;

    /// Who is protected goes by the last description only: the one before may be a former name.
    private static final String DESCRIBE =
            """
            update child set
              family_name_key = case when protected then :familyNameKey else family_name_key end,
              date_of_birth = case when protected then :dateOfBirth else date_of_birth end,
              also = case when protected then '{}' else array_append(also, :described) end
            where id = :id
            """;

    private final JdbcClient database;
    private final Parties parties;

    ChildRows(JdbcClient database, Parties parties) {
        this.database = database;
        this.parties = parties;
    }

    /// Whom a first message may be about, and its case.
    ///
    /// @param ofCase what is on record of its case, where nobody has said yet which child that is
    ///     about; absent when that is nothing
    record Candidates(List<Candidate> children, @Nullable String ofCase) {}

    /// Whom a message of this authority may be about.
    List<Candidate> candidates(Child child, OrganisationCode authority) {
        return candidates(child, authority, null).children();
    }

    /// @param reference of its case; absent where it belongs to none
    Candidates candidates(
            Child child, OrganisationCode authority, @Nullable CaseReference reference) {
        List<Candidate> children = new ArrayList<>();
        List<String> ofCase = new ArrayList<>();
        String search = reference == null ? search(child) : search(child) + OF_CASE;
        values(database.sql(search), child, authority)
                .param("authorities", parties.of(authority))
                .param("caseReference", reference == null ? null : reference.value())
                .query(
                        row -> {
                            String by = row.getString("by");
                            if (by == null) {
                                ofCase.add(row.getString("facts"));
                            } else {
                                children.add(new Candidate(By.valueOf(by), known(row)));
                            }
                        });
        return new Candidates(children, ofCase.isEmpty() ? null : ofCase.getFirst());
    }

    /// @throws org.springframework.dao.DuplicateKeyException when another transaction just added
    /// this child
    long add(Child child, OrganisationCode authority, Instant at) {
        return add(child, authority, at, false);
    }

    /// Adds a child of whom a person said that it is another one than those with its UPN.
    long addAnother(Child child, OrganisationCode authority, Instant at) {
        return add(child, authority, at, true);
    }

    private long add(Child child, OrganisationCode authority, Instant at, boolean another) {
        return values(database.sql(ADD), child, authority)
                .param("familyNameKey", FamilyNames.key(child.familyName()))
                .param("protected", child.protectedRecord())
                .param("another", another)
                .param("at", Rows.time(at))
                .query(Long.class)
                .single();
    }

    /// Takes over what a message says of a child on record: a number it did not have, the postcode,
    /// and the mark, which no message takes away.
    void learn(long id, Child child, OrganisationCode authority) {
        values(database.sql(LEARN), child, authority)
                .param("protected", child.protectedRecord())
                .param("id", id)
                .update();
    }

    /// Knows a child by another day of birth or name from now on, because a person said so.
    void describe(long id, Child child) {
        database.sql(DESCRIBE)
                .param("familyNameKey", FamilyNames.key(child.familyName()))
                .param("dateOfBirth", child.dateOfBirth())
                .param("described", ChildMatch.described(child))
                .param("id", id)
                .update();
    }

    void protect(long id) {
        database.sql("update child set protected = true where id = :id").param("id", id).update();
    }

    private static JdbcClient.StatementSpec values(
            JdbcClient.StatementSpec statement, Child child, OrganisationCode authority) {
        return statement
                .param("authority", authority.value())
                .param("reference", child.reference())
                .param("nhsNumber", ChildMatch.nhsNumber(child))
                .param("upn", ChildMatch.upn(child))
                .param("dateOfBirth", child.dateOfBirth())
                .param("postcode", child.postcode());
    }

    /// By what the message has to search by, and nothing else: this is asked of every request.
    private static String search(Child child) {
        boolean number = child.nhsNumber() != null;
        boolean upn = child.upn() != null;
        List<String> by = new ArrayList<>();
        by.add(number || upn ? WITH_REFERENCE_ALONE : WITH_REFERENCE);
        if (number) {
            by.add(WITH_NUMBER);
        }
        if (upn) {
            by.add(WITH_UPN);
        }
        if (number && child.postcode() != null) {
            by.add(WITH_BIRTH_AND_POSTCODE);
        }
        return String.join(" union all ", by);
    }

    static Known known(ResultSet row) throws SQLException {
        return known(row.getLong("id"), row);
    }

    public static Known known(long id, ResultSet row) throws SQLException {
        return new Known(
                id,
                row.getString("nhs_number"),
                row.getString("upn"),
                row.getString("family_name_key"),
                row.getObject("date_of_birth", LocalDate.class),
                Set.copyOf(Arrays.asList((String[]) row.getArray("also").getArray())),
                row.getBoolean("protected"),
                row.getString("facts"));
    }
}
