package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// The child or young person a message is about, as its sender knows them.
///
/// @param reference the council's own child reference
/// @param upn never travels to health
public record Child(
        String reference,
        @Nullable NhsNumber nhsNumber,
        @Nullable Upn upn,
        String familyName,
        List<String> givenNames,
        LocalDate dateOfBirth,
        @Nullable Sex sex,
        @Nullable String postcode) {

    public Child {
        givenNames = List.copyOf(givenNames);
    }

    public Child withoutUpn() {
        return new Child(
                reference, nhsNumber, null, familyName, givenNames, dateOfBirth, sex, postcode);
    }

    @Override
    public String toString() {
        return "Child[not shown]";
    }
}
