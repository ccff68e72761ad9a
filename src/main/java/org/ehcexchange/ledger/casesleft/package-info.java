/// Cases that are history because the child moved to another authority: what is still asked in
/// them is taken back, and advice goes to the new authority where the old one chose so.
///
/// Not the plan that moves, which is `transfer`'s, nor what an authority puts on record of a
/// case, which is the module `casefile`'s.
@NullMarked
@NamedInterface
package org.ehcexchange.ledger.casesleft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
