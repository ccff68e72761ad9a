package org.ehcexchange.ledger.children;

import org.ehcexchange.canonical.Child;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// A child as the record describes it, as far as it does.
///
/// @param source in words: where the description is from
/// @param givenNames none where the record keeps only what tells children apart
public record OnRecord(
        String source,
        @Nullable String nhsNumber,
        @Nullable String upn,
        String familyName,
        List<String> givenNames,
        LocalDate dateOfBirth,
        @Nullable String postcode,
        String reference) {

    public OnRecord {
        givenNames = List.copyOf(givenNames);
    }

    /// A description that came in a message or a case file. A protected child's address is shown
    /// to nobody.
    public static OnRecord of(String source, Child child) {
        return new OnRecord(
                source,
                ChildMatch.nhsNumber(child),
                ChildMatch.upn(child),
                child.familyName(),
                child.givenNames(),
                child.dateOfBirth(),
                child.protectedRecord() ? null : child.postcode(),
                child.reference());
    }

    @Override
    public String toString() {
        return "OnRecord[not shown]";
    }
}
