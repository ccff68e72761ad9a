/// What an EHC message is: records, sealed types and identifiers with their check digits.
///
/// Depends on nothing but the JDK. JSON arrives here as a plain tree (maps, lists, strings,
/// numbers), so that
/// every reader of every format shares one validation. Dates are Europe/London local dates.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.ehcexchange.canonical;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
