/// What came, what went and what was decided: accept in one transaction; conversations, clocks,
/// audit.
@NullMarked
package org.ehcexchange.ledger;

import org.jspecify.annotations.NullMarked;
