/// The doors for programs under /api/v1: messages, conversations, inbox, deliveries and their
/// faults.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "canonical",
            "casefile",
            "clock",
            "delivery",
            "directory",
            "disclosure",
            "documents",
            "evidence",
            "ledger",
            "ledger :: children",
            "ledger :: figures",
            "ledger :: held",
            "ledger :: inbox",
            "ledger :: reading",
            "ledger :: transfer",
            "mapping",
            "notification",
            "timekeeping"
        })
package org.ehcexchange.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
