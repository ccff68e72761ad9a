/// What those who took part may read of the record: conversations with their timelines and
/// clocks, messages as papers, the search, the audit, and what is new.
///
/// Changes nothing but the audit. The gate is asked again for whoever reads.
@NullMarked
@NamedInterface
package org.ehcexchange.ledger.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
