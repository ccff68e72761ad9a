package org.ehcexchange.console;

import org.ehcexchange.canonical.ChildNumbers;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// The reason somebody gives for what they do; the audit keeps it, so it must not name a child.
final class Why {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 500;

    private Why() {}

    /// What is wrong with it; the field is called `reason` on every page.
    static Optional<Fault> fault(@Nullable String reason) {
        if (reason == null || reason.strip().length() < SHORTEST) {
            return because("Say why, in a few words");
        }
        return reason.length() > LONGEST
                ? because("Say why in 500 characters or fewer")
                : ChildNumbers.in(reason)
                        .flatMap(number -> because("Say why without %s".formatted(number)));
    }

    private static Optional<Fault> because(String words) {
        return Optional.of(new Fault("reason", words));
    }
}
