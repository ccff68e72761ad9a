/// What came, what went and what was decided: accept in one transaction; conversations, clocks,
/// audit.
///
/// What is here is the door: what comes in and what is answered, the audit, the form of the
/// columns, and the clock of the exchange. The rooms behind it, each using only those above it:
///
/// | room | what is in it |
/// | --- | --- |
/// | `database` | PostgreSQL, one's own or one that starts with the exchange |
/// | `succession` | closed bodies, who took over, in whose name a case is on record |
/// | `children` | which child is meant, and the mark of a protected one |
/// | `conversation` | states, moves and rows of conversations and messages; asking the gate |
/// | `casesleft` | cases that are history, and what is still asked in them |
/// | `advice`, `transfer`, `commissioner` | the three kinds of conversation; none uses another |
/// | `held` | messages that wait for a person to say whose they are |
/// | `accepting` | the one way in |
/// | `inbox` | what waits to be collected |
/// | `reading` | what is shown of the record, and to whom |
/// | `figures` | counts and the yearly return |
/// | `watch` | what is done by itself as time passes |
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "clock",
            "directory",
            "disclosure",
            "documents",
            "rounds",
            "timekeeping"
        })
package org.ehcexchange.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
