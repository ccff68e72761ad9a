package org.ehcexchange.casefile;

import org.ehcexchange.canonical.OrganisationCode;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The one door to case files.
@Component
class CaseDesk implements CaseFiles {

    /// A case has some dozens of records; the bound keeps a runaway program from costing memory.
    private static final int MOST_RECORDS = 1000;

    private final CaseRows files;
    private final RecordRows records;
    private final CaseClocks clocks;
    private final CaseOpenings openings;
    private final Recordings recordings;

    CaseDesk(
            CaseRows files,
            RecordRows records,
            CaseClocks clocks,
            CaseOpenings openings,
            Recordings recordings) {
        this.files = files;
        this.records = records;
        this.clocks = clocks;
        this.openings = openings;
        this.recordings = recordings;
    }

    @Override
    public Opening open(CaseKey key, Map<String, Object> said) {
        return openings.open(key, said);
    }

    @Override
    public Recording record(CaseKey key, Submission submission) {
        return recordings.record(key, submission);
    }

    @Override
    public Optional<Whole> find(CaseKey key) {
        return files.find(key)
                .map(
                        found ->
                                new Whole(
                                        found.file(),
                                        records.all(found, MOST_RECORDS),
                                        clocks.of(found.subject())));
    }

    @Override
    public Page page(OrganisationCode authority, Query query) {
        List<CaseFile> found = files.newest(authority, query, query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<CaseFile> page = more ? found.subList(0, query.limit()) : found;
        return new Page(page, more ? page.getLast().caseReference() : null);
    }
}
