/// The file that proves what passed between two exchanges, and the command that checks it with no
/// exchange, no database and no network.
///
/// One line of JSON each: a head, the keys, every sealed message and receipt, what happened, and a
/// seal. Each line is numbered and names the SHA-256 of the line before it, so that what was
/// changed, taken out, added or moved is found at its place; the seal is the exchange's signature
/// over all that precedes it. Hashes are of the bytes without the line's end.
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical", "mapping", "sealing"})
package org.ehcexchange.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
