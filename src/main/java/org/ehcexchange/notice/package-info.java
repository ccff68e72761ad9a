/// Emails that tell people that something waits for them: the stage, the case reference, the due
/// day and a link, and never who the child is.
///
/// Decides nothing and sends no message of a case: whoever gets an email signs in and acts on the
/// pages. Off unless `exchange.notices` is set.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "casefile",
            "clock",
            "directory",
            "ledger",
            "ledger :: commissioner",
            "ledger :: held",
            "ledger :: reading",
            "notification",
            "rounds",
            "timekeeping",
            "worktray"
        })
package org.ehcexchange.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
