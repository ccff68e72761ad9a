/// Deliveries that wait for an organisation which collects its messages itself, and the proof
/// that it did.
@NullMarked
@NamedInterface
package org.ehcexchange.ledger.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
