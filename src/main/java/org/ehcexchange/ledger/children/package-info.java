/// Which child is meant: the children of the record, how a message's child is recognised among
/// them, and the mark of a protected one.
///
/// Knows no conversation. What a message says of a child is matched by number, date of birth and
/// family name; whatever is in doubt is for a person to decide (see `held`).
@NullMarked
@NamedInterface
package org.ehcexchange.ledger.children;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
