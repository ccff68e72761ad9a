package org.ehcexchange.agency.authority;

import org.ehcexchange.access.RealTime;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.sealing.Flaw;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Puts on record what was refused before anybody was known to have sent it, so many a minute:
/// whoever sends rubbish must not fill the audit.
@Component
class TurnedAway {

    private static final int MOST_A_MINUTE = 60;

    private final Audit audit;
    private final RealTime time;
    private long minute;
    private int noted;

    TurnedAway(Audit audit, RealTime time) {
        this.audit = audit;
        this.time = time;
    }

    void note(List<Flaw> flaws) {
        note(flaws.stream().map(Flaw::fault).map(Code::code).distinct().toList());
    }

    /// A part that is not what was announced.
    void noteMismatch(String word) {
        note(List.of(word));
    }

    private void note(Collection<String> faults) {
        if (mayNote()) {
            audit.add(
                    new Audit.Act(
                            "exchange",
                            "turned-away",
                            null,
                            null,
                            Map.of("door", ReceiptsGiven.DOOR, "faults", faults)));
        }
    }

    private synchronized boolean mayNote() {
        long now = time.instant().getEpochSecond() / 60;
        noted = now == minute ? noted + 1 : 1;
        minute = now;
        return noted <= MOST_A_MINUTE;
    }
}
