/// What came, what went and what was decided: accept in one transaction; conversations, clocks,
/// audit.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "clock",
            "directory",
            "disclosure",
            "documents",
            "rounds",
            "timekeeping"
        })
package org.ehcexchange.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
