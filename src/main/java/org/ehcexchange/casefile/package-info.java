/// What an authority puts on record of a case, and what follows from it: events, exemptions from a
/// time limit, consents, objections, opinions, agreements, and decisions not to share.
///
/// Added to, never changed. Days are Europe/London. Not a case management system: it keeps what the
/// law counts and what the disclosure gate looks at, and nothing of the casework itself.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "clock",
            "directory",
            "disclosure",
            "ledger",
            "ledger :: casesleft",
            "ledger :: children",
            "ledger :: held",
            "ledger :: succession",
            "timekeeping"
        })
package org.ehcexchange.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
