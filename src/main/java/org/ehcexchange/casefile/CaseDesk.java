package org.ehcexchange.casefile;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/// The one door to case files.
@Component
class CaseDesk implements CaseFiles {

    /// A case has some dozens of records; the bound keeps a runaway program from costing memory.
    private static final int MOST_RECORDS = 1000;

    private final Whose whose;
    private final CaseRows files;
    private final RecordRows records;
    private final CaseClocks clocks;
    private final CaseOpenings openings;
    private final Recordings recordings;

    CaseDesk(
            Whose whose,
            CaseRows files,
            RecordRows records,
            CaseClocks clocks,
            CaseOpenings openings,
            Recordings recordings) {
        this.whose = whose;
        this.files = files;
        this.records = records;
        this.clocks = clocks;
        this.openings = openings;
        this.recordings = recordings;
    }

    @Override
    public Meant meant(
            OrganisationCode caller, CaseReference reference, @Nullable OrganisationCode holder) {
        return whose.meant(caller, reference, holder);
    }

    @Override
    public Opening open(CaseKey key, Submission said) {
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
        List<CaseRows.Row> found = files.newest(whose.names(authority), query, query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<CaseRows.Row> page = more ? found.subList(0, query.limit()) : found;
        return new Page(
                page.stream().map(CaseRows.Row::file).toList(), more ? page.getLast().id() : null);
    }
}
