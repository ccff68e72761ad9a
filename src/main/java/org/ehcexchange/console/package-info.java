/// Web pages for people.
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical", "clock", "delivery", "directory", "ledger"})
package org.ehcexchange.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
