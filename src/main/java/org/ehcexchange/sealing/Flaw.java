package org.ehcexchange.sealing;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.Violation;

/// One thing that is wrong with something signed.
///
/// @param fault which kind of thing; partners' programs go by its code
public record Flaw(Fault fault, Violation violation) {

    public static Flaw of(Fault fault, String pointer, String problem, String remedy) {
        return new Flaw(fault, new Violation(pointer, problem, remedy));
    }

    /// The kinds of thing that can be wrong, the first found first.
    public enum Fault implements Code {
        TOO_LARGE,
        MALFORMED,
        ALGORITHM,
        HEADER,
        TYPE,
        UNKNOWN_SENDER,
        UNKNOWN_KEY,
        EXPIRED_KEY,
        EARLY_KEY,
        SIGNATURE,
        AUDIENCE,
        CLOCK,
        REQUEST,
        PAYLOAD,
        MESSAGE,
        MANIFEST,
        MISSING_PART,
        RECEIPT
    }
}
