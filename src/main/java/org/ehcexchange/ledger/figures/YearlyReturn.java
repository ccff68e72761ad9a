package org.ehcexchange.ledger.figures;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// What the yearly return (SEN2) asks about children who moved, and nothing of the children.
public interface YearlyReturn {

    /// Plans that came to the authority or left it in a calendar year, and assessments that ended
    /// because the child moved; by day.
    List<Moved> moved(OrganisationCode authority, int year);

    /// One plan or one assessment.
    ///
    /// @param movement `left` or `came` of a plan, `exported` of an assessment
    /// @param on the day from which the new authority answers for the plan; of an assessment, the
    ///     day that the authority put on record
    /// @param planReference absent of an assessment: there was no plan yet
    /// @param caseReference of an assessment; else absent
    /// @param ceaseReason 5, transferred to another authority, of a plan that left; else absent
    /// @param ceasedOn the day of the transfer, of a plan that left; else absent
    /// @param transferredTo the new authority, of a plan that left; else absent
    /// @param transferLa the authority it came from, of a plan that came; else absent
    record Moved(
            String movement,
            LocalDate on,
            @Nullable String planReference,
            @Nullable CaseReference caseReference,
            @Nullable Integer ceaseReason,
            @Nullable LocalDate ceasedOn,
            @Nullable OrganisationCode transferredTo,
            @Nullable OrganisationCode transferLa) {

        /// Plan cease reason: transferred to another local authority (SEN2 person level guide).
        private static final int TRANSFERRED = 5;

        static Moved left(String plan, LocalDate on, OrganisationCode to) {
            return new Moved("left", on, plan, null, TRANSFERRED, on, to, null);
        }

        static Moved came(String plan, LocalDate on, OrganisationCode from) {
            return new Moved("came", on, plan, null, null, null, null, from);
        }

        static Moved exported(CaseReference reference, LocalDate on) {
            return new Moved("exported", on, null, reference, null, null, null, null);
        }
    }
}
