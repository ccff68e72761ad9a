package org.ehcexchange.ledger;

import org.ehcexchange.canonical.Child;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// The children of the record, each known by a number with a date of birth and a family name.
@Component
class ChildRows {

    private final JdbcClient database;

    ChildRows(JdbcClient database) {
        this.database = database;
    }

    /// The child with this NHS number, else with this UPN; empty when neither is known.
    Optional<ChildMatch.Known> find(Child child) {
        Optional<ChildMatch.Known> byNumber = by("nhs_number", nhsNumber(child));
        return byNumber.isPresent() ? byNumber : by("upn", upn(child));
    }

    private Optional<ChildMatch.Known> by(String column, @Nullable String value) {
        return value == null
                ? Optional.empty()
                : database.sql(
                                "select id, nhs_number, upn, family_name_key, date_of_birth from"
                                        + " child where "
                                        + column
                                        + " = :value order by id limit 1")
                        .param("value", value)
                        .query((row, n) -> known(row.getLong("id"), row))
                        .optional();
    }

    static ChildMatch.Known known(long id, ResultSet row) throws SQLException {
        return new ChildMatch.Known(
                id,
                row.getString("nhs_number"),
                row.getString("upn"),
                row.getString("family_name_key"),
                row.getObject("date_of_birth", LocalDate.class));
    }

    /// @throws org.springframework.dao.DuplicateKeyException when another transaction just added
    /// this number
    long add(Child child, Instant at) {
        return database.sql(
                        """
                        insert into child (reference, nhs_number, upn, family_name_key, date_of_birth, first_seen_at)
                        values (:reference, :nhsNumber, :upn, :familyNameKey, :dateOfBirth, :at) returning id
                        """)
                .param("reference", child.reference())
                .param("nhsNumber", nhsNumber(child))
                .param("upn", upn(child))
                .param("familyNameKey", ChildMatch.familyNameKey(child.familyName()))
                .param("dateOfBirth", child.dateOfBirth())
                .param("at", Rows.time(at))
                .query(Long.class)
                .single();
    }

    private static @Nullable String nhsNumber(Child child) {
        return child.nhsNumber() == null ? null : child.nhsNumber().value();
    }

    private static @Nullable String upn(Child child) {
        return child.upn() == null ? null : child.upn().value();
    }
}
