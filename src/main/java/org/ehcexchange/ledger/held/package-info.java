/// Messages that wait for a person to say whether they are about the child they seem to be about:
/// the two records side by side, and what follows from letting one go on or rejecting it.
@NullMarked
@NamedInterface
package org.ehcexchange.ledger.held;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
