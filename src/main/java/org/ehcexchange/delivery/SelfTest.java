package org.ehcexchange.delivery;

import org.ehcexchange.canonical.OrganisationCode;

import java.util.List;
import java.util.Optional;

/// Tries whether a partner could be sent something now, step by step.
public interface SelfTest {

    /// Every step, in order; empty when there is no such partner.
    ///
    /// @param decision who tries it, and why; kept in the audit
    /// @param send whether to send a request marked as a test, too
    Optional<List<Step>> run(OrganisationCode partner, DeadLetters.Decision decision, boolean send);

    /// How one step ended.
    enum Verdict {
        FINE,
        /// Something to know; nothing has to be done.
        NOTE,
        WRONG
    }

    /// @param what was tried
    /// @param words what came of it, and what to do where it is wrong; no personal data
    record Step(String what, Verdict verdict, String words) {}
}
