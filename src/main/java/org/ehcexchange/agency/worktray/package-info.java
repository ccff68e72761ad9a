/// The worktray channel: a body without a system of its own reads and answers on the exchange's
/// pages.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "clock",
            "delivery",
            "directory",
            "disclosure",
            "ledger"
        })
package org.ehcexchange.agency.worktray;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
