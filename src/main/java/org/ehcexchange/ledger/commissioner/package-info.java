/// A change of the responsible health commissioner (CCG/ICB) as messages (SEND Regulations 2014,
/// reg. 16): the notification, what is answered to it, and what the new one asks of the
/// authority.
///
/// Whom a change concerns, and a person's approval, are the module `notification`'s. Which
/// message may follow in which state is a table, `rules/notification/moves.csv`. Days are
/// Europe/London.
@NullMarked
@NamedInterface
package org.ehcexchange.ledger.commissioner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
