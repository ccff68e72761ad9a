package org.ehcexchange.casefile;

import org.ehcexchange.casefile.CaseFiles.State;
import org.ehcexchange.disclosure.CaseEvent;
import org.ehcexchange.disclosure.CsvTable;
import org.ehcexchange.ledger.casesleft.CasesLeft.How;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// One line of events.csv: something that happens in a case, and what follows from it.
///
/// @param tells says who must be told; absent where nobody must
/// @param starts the rules whose time begins on its day
/// @param meets the rules that it fulfils
/// @param stops the rules that it leaves without an object
/// @param days the names of further days that the rules count from
/// @param then how the case stands from then on; absent where that stays
/// @param leaves how the child left the authority by it, whose case is history then; else absent
/// @param ahead it may be put on record before its day
public record EventLine(
        String event,
        @Nullable CaseEvent tells,
        List<String> starts,
        List<String> meets,
        List<String> stops,
        List<String> days,
        @Nullable State then,
        @Nullable How leaves,
        boolean ahead) {

    /// Something that was owed is owed no more.
    boolean ends() {
        return !meets.isEmpty() || !stops.isEmpty();
    }

    static EventLine read(CsvTable.Line line) {
        return new EventLine(
                line.text("event"),
                line.several(CaseEvent.class, "tells").stream().findFirst().orElse(null),
                line.words("starts"),
                line.words("meets"),
                line.words("stops"),
                line.words("days"),
                line.several(State.class, "case").stream().findFirst().orElse(null),
                line.several(How.class, "leaves").stream().findFirst().orElse(null),
                line.yes("ahead"));
    }
}
