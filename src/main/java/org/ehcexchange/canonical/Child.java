package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// The child or young person a message is about, as its sender knows them.
///
/// @param reference the council's own child reference
/// @param upn never travels to health
/// @param protectedRecord adopted, or protected for another reason, so that no address of the child
///     goes to anyone; `protected` in JSON
public record Child(
        String reference,
        @Nullable NhsNumber nhsNumber,
        @Nullable Upn upn,
        String familyName,
        List<String> givenNames,
        LocalDate dateOfBirth,
        @Nullable Sex sex,
        @Nullable String postcode,
        boolean protectedRecord) {

    /// A plan ends with the academic year in which its young person turns 25 (CFA 2014 s.46).
    private static final int OLDEST_YEARS = 26;

    public Child {
        givenNames = List.copyOf(givenNames);
    }

    /// Nobody of this age has a plan any more.
    public boolean isTooOldOn(LocalDate day) {
        return !dateOfBirth.isAfter(day.minusYears(OLDEST_YEARS));
    }

    public Child withoutUpn() {
        return with(nhsNumber, null, postcode, protectedRecord);
    }

    public Child withoutNhsNumber() {
        return with(null, upn, postcode, protectedRecord);
    }

    public Child withoutPostcode() {
        return with(nhsNumber, upn, null, protectedRecord);
    }

    /// The same child with the mark.
    public Child asProtected() {
        return with(nhsNumber, upn, postcode, true);
    }

    private Child with(
            @Nullable NhsNumber number, @Nullable Upn pupil, @Nullable String code, boolean mark) {
        return new Child(
                reference, number, pupil, familyName, givenNames, dateOfBirth, sex, code, mark);
    }

    @Override
    public String toString() {
        return "Child[not shown]";
    }
}
