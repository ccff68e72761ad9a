/// Web pages for people.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "canonical",
            "casefile",
            "clock",
            "delivery",
            "directory",
            "documents",
            "evidence",
            "ledger",
            "ledger :: advice",
            "ledger :: children",
            "ledger :: figures",
            "ledger :: held",
            "ledger :: reading",
            "ledger :: transfer",
            "mapping",
            "notification",
            "timekeeping",
            "worktray"
        })
package org.ehcexchange.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
