/// A change of the responsible health commissioner (CCG/ICB), from when the exchange hears of one
/// until the new commissioner is told: who they are, what waits for approval, and reminders.
///
/// Admits no message and works out no date: `ledger` and `clock` do. Days are Europe/London.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "clock",
            "directory",
            "ledger",
            "ledger :: commissioner",
            "rounds",
            "timekeeping"
        })
package org.ehcexchange.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
