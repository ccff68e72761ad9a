package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.disclosure.Coverage;

/// Says who was left out, at the list of those who are told.
final class Missed {

    private Missed() {}

    static Violation of(Coverage.Missing missing) {
        return new Violation(
                "/told",
                "%s must be told (%s). %s"
                        .formatted(capital(missing.name()), missing.provision(), missing.problem()),
                missing.remedy());
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
