/// What one exchange signs for another: sealed messages, receipts, and the keys that prove them.
///
/// Only forms and signatures: nothing here knows a database, a network or a clock, so that the same
/// code checks a message at the door and a file of evidence on another machine. Times are seconds,
/// sizes are bytes, hashes are SHA-256 in 64 lower-case hexadecimal digits.
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical", "mapping"})
package org.ehcexchange.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
