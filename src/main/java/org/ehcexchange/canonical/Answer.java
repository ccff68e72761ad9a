package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// What a body answers; messages carry it as `outcome` and the fields that belong to it.
public sealed interface Answer {

    /// The word that messages carry as `outcome`.
    String outcome();

    /// Advice: needs, outcomes and provision as separate statements; at least one need, outcome,
    /// provision or document.
    record Provided(List<String> needs, List<String> outcomes, List<String> provision)
            implements Answer {
        public Provided {
            needs = List.copyOf(needs);
            outcomes = List.copyOf(outcomes);
            provision = List.copyOf(provision);
        }

        @Override
        public String outcome() {
            return "provided";
        }

        @Override
        public String toString() {
            return "Provided[not shown]";
        }
    }

    /// Not known to this body; names what was searched, at least one search.
    record NothingKnown(List<Search> searched) implements Answer {
        public NothingKnown {
            searched = List.copyOf(searched);
        }

        @Override
        public String outcome() {
            return "nothing-known";
        }

        @Override
        public String toString() {
            return "NothingKnown[not shown]";
        }
    }

    /// The body declines, with written reasons, at least one (CFA 2014 s.31).
    record Declined(List<Reason> reasons) implements Answer {
        public Declined {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String outcome() {
            return "declined";
        }

        @Override
        public String toString() {
            return "Declined[not shown]";
        }
    }

    /// Advice will be late and an exception is relied on; the due date does not move (SEND
    /// Regulations 2014, reg. 8(2)).
    record Late(LateException exception, LocalDate expectedBy) implements Answer {
        @Override
        public String outcome() {
            return "late";
        }

        @Override
        public String toString() {
            return "Late[not shown]";
        }
    }

    /// One search of one body's records.
    ///
    /// @param where the system or register searched
    record Search(SearchedBy identifier, String where, LocalDate on) {
        @Override
        public String toString() {
            return "Search[not shown]";
        }
    }

    record Reason(DeclineCode code, String text) {
        @Override
        public String toString() {
            return "Reason[not shown]";
        }
    }

    /// Evidence for an exception.
    ///
    /// @param to the last day it held; absent while it holds
    /// @param author the role that vouches for it, such as "Designated Health Officer"
    record LateException(
            ExceptionKind kind,
            String reason,
            LocalDate from,
            @Nullable LocalDate to,
            String author) {
        @Override
        public String toString() {
            return "LateException[not shown]";
        }
    }
}
