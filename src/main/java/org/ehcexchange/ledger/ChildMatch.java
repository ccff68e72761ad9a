package org.ehcexchange.ledger;

import org.ehcexchange.canonical.Child;
import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// Whether two records are of one child: number, date of birth and family name must all agree.
final class ChildMatch {

    private ChildMatch() {}

    /// What identifies a child on record.
    ///
    /// @param familyNameKey the family name as [#familyNameKey] makes it
    record Known(
            long id,
            @Nullable String nhsNumber,
            @Nullable String upn,
            String familyNameKey,
            LocalDate dateOfBirth) {}

    /// The fields that differ, by name only; empty when it is the same child.
    static List<String> differences(Known known, Child child) {
        List<String> fields = new ArrayList<>();
        String number = child.nhsNumber() == null ? null : child.nhsNumber().value();
        if (bothKnown(known.nhsNumber(), number) && !Objects.equals(known.nhsNumber(), number)) {
            fields.add("NHS number");
        }
        if (!known.dateOfBirth().equals(child.dateOfBirth())) {
            fields.add("date of birth");
        }
        if (!known.familyNameKey().equals(familyNameKey(child.familyName()))) {
            fields.add("family name");
        }
        return fields;
    }

    private static boolean bothKnown(@Nullable String one, @Nullable String other) {
        return one != null && other != null;
    }

    /// A family name without case, accents, apostrophes and hyphens, the parts of a double-
    /// barrelled
    /// one in order, so that "O'Neill-Śmith" and "smith oneill" are one.
    static String familyNameKey(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}|['’‘`ʼ]", "")
                        .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(part -> !part.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
