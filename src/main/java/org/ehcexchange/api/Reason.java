package org.ehcexchange.api;

import org.ehcexchange.canonical.ChildNumbers;
import org.jspecify.annotations.Nullable;

/// Why somebody decides as they do; kept in the audit, so it must not name a child.
///
/// @param reason 3 to 500 characters
record Reason(@Nullable String reason) {

    /// @throws Refused when it says too little or too much
    String text() {
        if (reason == null || reason.strip().length() < 3 || reason.length() > 500) {
            throw Refused.malformed(
                    "/reason",
                    "A reason of 3 to 500 characters is needed.",
                    "Say why, without naming the child: it is kept in the audit.");
        }
        ChildNumbers.in(reason).ifPresent(Reason::misplaced);
        return reason.strip();
    }

    private static void misplaced(String number) {
        throw Refused.malformed(
                "/reason",
                "There is %s in the reason.".formatted(number),
                "Say why without naming the child: it is kept in the audit.");
    }
}
