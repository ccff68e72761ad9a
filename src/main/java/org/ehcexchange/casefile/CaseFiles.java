package org.ehcexchange.casefile;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.timekeeping.RunningClock;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The case files: each authority sees and adds to its own, which those of a closed authority that
/// it took over from are; and somebody else's is not there.
public interface CaseFiles {

    /// Which case an authority means by a reference.
    ///
    /// @param holder in whose name it is on record; absent where that is not said
    Meant meant(
            OrganisationCode caller, CaseReference reference, @Nullable OrganisationCode holder);

    /// Opens a file, or adds to an open one what nobody had said; the same again changes nothing.
    Opening open(CaseKey key, Submission said);

    Optional<Whole> find(CaseKey key);

    /// The authority's files, the newest first.
    Page page(OrganisationCode authority, Query query);

    /// Puts something on record, with all that follows from it, or nothing.
    Recording record(CaseKey key, Submission submission);

    /// Whether anything is still to come of a case. Either way things may be put on record.
    enum State implements Code {
        OPEN,
        CLOSED
    }

    /// What to look for; absent fields do not narrow.
    ///
    /// @param after what a page before gave as `next`
    record Query(@Nullable State state, @Nullable Long after, int limit) {}

    /// What became of a look for the case that is meant.
    sealed interface Meant {
        record One(CaseKey key) implements Meant {}

        /// More than one authority that the caller took over from had a case of this reference.
        record Several(List<OrganisationCode> holders) implements Meant {
            public Several {
                holders = List.copyOf(holders);
            }
        }

        record Nobodys() implements Meant {}
    }

    /// @param next what to give as `after` for the next page; absent on the last
    record Page(List<CaseFile> cases, @Nullable Long next) {
        public Page {
            cases = List.copyOf(cases);
        }
    }

    /// @param authority in whose name it is on record
    /// @param state see [State]
    /// @param assessmentRequestedOn absent until somebody says
    record CaseFile(
            CaseReference caseReference,
            OrganisationCode authority,
            State state,
            @Nullable LocalDate assessmentRequestedOn,
            Identity child,
            Instant openedAt) {}

    /// Whether it is known whose case it is.
    enum Naming implements Code {
        NOT_SAID,
        /// A person must say whether it is a child on record.
        HELD,
        KNOWN
    }

    /// @param why absent unless held; without values
    /// @param fields names of what differs from the record or is in doubt; empty unless held
    record Identity(Naming is, @Nullable String why, List<String> fields) {
        public Identity {
            fields = List.copyOf(fields);
        }
    }

    /// A file with what is in it, oldest first.
    ///
    /// @param clocks the authority's own time limits in the case, the first due first
    record Whole(CaseFile file, List<OnRecord> records, List<RunningClock> clocks) {
        public Whole {
            records = List.copyOf(records);
            clocks = List.copyOf(clocks);
        }
    }

    /// @param detail as it was sent
    record OnRecord(Instant recordedAt, String sha256, Map<String, Object> detail) {}

    /// What somebody says of a case, as it came.
    ///
    /// @param by who says it; in the case of a closed authority, who took over from it
    /// @param tree its JSON
    /// @param sha256 of its bytes
    record Submission(OrganisationCode by, Map<String, Object> tree, String sha256) {}

    /// What a record did to a time limit.
    ///
    /// @param what `started`, `met`, `stopped` or `excused`
    /// @param state as on the day it was recorded
    record Effect(String rule, String provision, String what, LocalDate dueOn, String state) {}

    /// @param kind the word of the record
    /// @param sha256 of the bytes as they came
    record Answer(
            UUID recordId,
            CaseReference caseReference,
            String kind,
            LocalDate on,
            Instant recordedAt,
            String sha256,
            List<Effect> clocks) {
        public Answer {
            clocks = List.copyOf(clocks);
        }
    }

    /// What became of an attempt to open a file.
    sealed interface Opening {
        record Opened(CaseFile file) implements Opening {}

        record AlreadyOpen(CaseFile file) implements Opening {}

        record Faulty(List<Violation> violations) implements Opening {}

        /// Something else is on record already.
        record Conflict(Violation why) implements Opening {}
    }

    /// What became of an attempt to put something on record.
    sealed interface Recording {
        record Recorded(Answer answer) implements Recording {}

        /// The same was recorded before; the answer is the one of then.
        record AlreadyRecorded(Answer answer) implements Recording {}

        /// It cannot be read as a record.
        record Faulty(List<Violation> violations) implements Recording {}

        /// The law or the record does not allow it; in the audit, with every reason.
        record Refused(List<Violation> reasons) implements Recording {}

        /// Something else was recorded under this id.
        record Taken() implements Recording {}

        record NoSuchCase() implements Recording {}
    }
}
