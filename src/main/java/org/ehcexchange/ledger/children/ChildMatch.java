package org.ehcexchange.ledger.children;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.NhsNumber;
import org.ehcexchange.canonical.Upn;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether two records are of one child: a number, the date of birth and the family name must
/// agree.
public final class ChildMatch {

    public static final String NHS_NUMBER = "NHS number";
    public static final String UPN = "UPN";
    static final String DATE_OF_BIRTH = "date of birth";
    static final String FAMILY_NAME = "family name";
    static final String CASE_REFERENCE = "case reference";

    private ChildMatch() {}

    /// What identifies a child on record.
    ///
    /// @param familyNameKey the family name as [FamilyNames#key] makes it
    /// @param also other days of birth and names, as [#described] says them, that a person let
    ///     through for this child
    /// @param facts what the authority that asks has on record of it, see `FactsOnRecord`; absent
    ///     when that is nothing
    public record Known(
            long id,
            @Nullable String nhsNumber,
            @Nullable String upn,
            String familyNameKey,
            LocalDate dateOfBirth,
            Set<String> also,
            boolean protectedRecord,
            @Nullable String facts) {
        public Known {
            also = Set.copyOf(also);
        }
    }

    /// The fields in which an answer differs from whom it is about, by name only; empty when it is
    /// the same child. A number that one side does not give is not compared, and a UPN only where
    /// no NHS number says who it is.
    public static List<String> differences(Known known, Child child) {
        List<String> fields = new ArrayList<>();
        String number = nhsNumber(child);
        if (differ(known.nhsNumber(), number)) {
            fields.add(NHS_NUMBER);
        }
        if ((number == null || known.nhsNumber() == null) && differ(known.upn(), upn(child))) {
            fields.add(UPN);
        }
        fields.addAll(otherPerson(known, child));
        return fields;
    }

    /// The same for an answer and the request it answers.
    public static List<String> differences(Child asked, Child child) {
        return differences(
                new Known(
                        0,
                        nhsNumber(asked),
                        upn(asked),
                        FamilyNames.key(asked.familyName()),
                        asked.dateOfBirth(),
                        Set.of(),
                        asked.protectedRecord(),
                        null),
                child);
    }

    /// Which of date of birth and family name differ.
    static List<String> otherPerson(Known known, Child child) {
        List<String> fields = new ArrayList<>();
        if (known.also().contains(described(child))) {
            return fields;
        }
        if (!known.dateOfBirth().equals(child.dateOfBirth())) {
            fields.add(DATE_OF_BIRTH);
        }
        if (!FamilyNames.same(known.familyNameKey(), child.familyName())) {
            fields.add(FAMILY_NAME);
        }
        return fields;
    }

    static String described(Child child) {
        return child.dateOfBirth() + " " + FamilyNames.key(child.familyName());
    }

    /// Both known, and not equal.
    static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    static @Nullable String nhsNumber(Child child) {
        NhsNumber number = child.nhsNumber();
        return number == null ? null : number.value();
    }

    static @Nullable String upn(Child child) {
        Upn upn = child.upn();
        return upn == null ? null : upn.value();
    }
}
