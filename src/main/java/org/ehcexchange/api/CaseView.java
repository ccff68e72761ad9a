package org.ehcexchange.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.ehcexchange.casefile.CaseFiles;
import org.ehcexchange.ledger.reading.Conversations;
import org.ehcexchange.timekeeping.RunningClock;

import java.util.List;

/// One case as its authority sees it.
///
/// @param records what was put on record, oldest first
/// @param clocks the authority's own time limits, the first due first
/// @param conversations what was asked of whom, the newest first
record CaseView(
        CaseFiles.CaseFile file,
        List<CaseFiles.OnRecord> records,
        List<CaseClock> clocks,
        List<Conversations.Summary> conversations) {

    static CaseView of(CaseFiles.Whole whole, Conversations.Page conversations) {
        return new CaseView(
                whole.file(),
                whole.records(),
                whole.clocks().stream().map(CaseClock::of).toList(),
                conversations.conversations());
    }

    /// @param working where its working is shown day by day, a path of the API
    record CaseClock(@JsonUnwrapped ClockLine clock, String working) {

        static CaseClock of(RunningClock clock) {
            return new CaseClock(ClockLine.of(clock), "/api/v1/clocks/" + clock.id());
        }
    }
}
