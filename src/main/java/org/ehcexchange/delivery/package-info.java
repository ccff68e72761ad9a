/// The only way out: outbox, one Artemis queue a partner, redelivery, pauses and dead letters.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "clock",
            "directory",
            "disclosure",
            "documents",
            "ledger",
            "ledger :: advice",
            "ledger :: commissioner",
            "ledger :: succession",
            "rounds"
        })
package org.ehcexchange.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
