/// A plan that moves to another authority (SEND Regulations 2014, reg. 15): from the first
/// message to the day on which it leaves, the answers, the recall, and what becomes of the cases
/// of its child.
///
/// Which message may follow in which state is a table, `rules/transfer/moves.csv`. Days are
/// Europe/London.
@NullMarked
@NamedInterface
package org.ehcexchange.ledger.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
