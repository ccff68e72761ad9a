/// Counts for those who answer for the service: how advice kept to its time, and the yearly
/// return (SEN2). Nothing of a child is in them.
@NullMarked
@NamedInterface
package org.ehcexchange.ledger.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
