/// The one way in: what must hold of any message, which room it belongs to, and the one
/// transaction in which everything about it is committed.
///
/// Decides nothing of a conversation: the rooms of the kinds do.
@NullMarked
package org.ehcexchange.ledger.accepting;

import org.jspecify.annotations.NullMarked;
