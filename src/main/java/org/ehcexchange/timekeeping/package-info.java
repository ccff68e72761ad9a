/// Every running clock, kept: what the law wants by when, who owes it to whom, and how it stands.
///
/// Works no date out, which is `clock`'s; sends nothing and reminds nobody. Days are Europe/London.
/// Whoever writes takes part in the caller's transaction. Other modules may join the views
/// `advice_clock`, `commissioner_clock` and `transfer_clock` to a conversation; the tables are this
/// module's own.
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical", "clock"})
package org.ehcexchange.timekeeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
