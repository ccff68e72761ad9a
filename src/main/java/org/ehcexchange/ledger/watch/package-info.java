/// What is done by itself as time passes: clocks turn, plans leave on their day, advisers are
/// reminded, and the audit says what became overdue.
///
/// Only when; what is done is in the rooms of the kinds.
@NullMarked
package org.ehcexchange.ledger.watch;

import org.jspecify.annotations.NullMarked;
