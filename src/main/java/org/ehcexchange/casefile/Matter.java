package org.ehcexchange.casefile;

import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.ConsentGiver;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Section;
import org.ehcexchange.clock.Excuse;
import org.ehcexchange.disclosure.Addressee;
import org.ehcexchange.disclosure.Agreement;
import org.ehcexchange.disclosure.Audience;
import org.ehcexchange.disclosure.MessagePlan;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What a record is about. Whatever is in a person's own words is not shown by `toString`.
public sealed interface Matter {

    RecordKind kind();

    /// Something happened that the law wants somebody told of, or a time limit counted from.
    ///
    /// @param days further days that a time limit is counted from, by name
    /// @param practice where the child or young person is registered; absent where it is not said
    /// @param told who was told
    /// @param absent of whom it is said that there is nobody to tell
    record Happened(
            EventLine event,
            Map<String, LocalDate> days,
            @Nullable OrganisationCode practice,
            List<Addressee> told,
            List<MessagePlan.Absence> absent)
            implements Matter {
        public Happened {
            days = Map.copyOf(days);
            told = List.copyOf(told);
            absent = List.copyOf(absent);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.EVENT;
        }
    }

    /// The authority relies on a reason that the law accepts for being late (SEND Regulations 2014,
    /// reg. 10(4)).
    ///
    /// @param rule of the time limit that would be excused
    /// @param institution whose closure is relied on, in words; absent where none is
    record Exempted(String rule, Excuse excuse, @Nullable String institution) implements Matter {
        @Override
        public RecordKind kind() {
            return RecordKind.EXEMPTION;
        }

        @Override
        public String toString() {
            return "Exempted[%s, %s]".formatted(rule, excuse);
        }
    }

    /// Somebody who may consents that the plan, or some of its sections, be told to somebody (SEND
    /// Regulations 2014, reg. 17(1)).
    ///
    /// @param scope what they were asked, in words
    record ConsentGiven(
            ConsentGiver givenBy, String scope, Set<Section> sections, Audience recipients)
            implements Matter {
        @Override
        public RecordKind kind() {
            return RecordKind.CONSENT_GIVEN;
        }

        @Override
        public String toString() {
            return "ConsentGiven[not shown]";
        }
    }

    /// A consent on record is taken back, from its day on.
    ///
    /// @param consent the id of the record by which it was given
    record ConsentWithdrawn(UUID consent) implements Matter {
        @Override
        public RecordKind kind() {
            return RecordKind.CONSENT_WITHDRAWN;
        }
    }

    /// Somebody of the family does not want somebody told; noted, and stops nothing that the law
    /// wants sent.
    ///
    /// @param words what they said; absent where nothing was written down
    record ObjectionNoted(ConsentGiver by, Audience recipients, @Nullable String words)
            implements Matter {
        @Override
        public RecordKind kind() {
            return RecordKind.OBJECTION;
        }

        @Override
        public String toString() {
            return "ObjectionNoted[not shown]";
        }
    }

    /// The authority's opinion that telling somebody is necessary in the interests of the child or
    /// young person (SEND Regulations 2014, reg. 17(1)).
    record OpinionFormed(String reasons, Audience recipients) implements Matter {
        @Override
        public RecordKind kind() {
            return RecordKind.OPINION;
        }

        @Override
        public String toString() {
            return "OpinionFormed[not shown]";
        }
    }

    /// One of three is satisfied that advice given before is sufficient (SEND Regulations 2014,
    /// reg. 6(4)).
    ///
    /// @param adviser whose advice it is; absent where it is all advice of that type
    record Agreed(Agreement.By by, AdviceType adviceType, @Nullable OrganisationCode adviser)
            implements Matter {
        @Override
        public RecordKind kind() {
            return RecordKind.AGREEMENT;
        }
    }

    /// An objection, an opinion or an agreement no longer holds, from its day on.
    ///
    /// @param taken the id of the record that no longer holds
    record TakenBack(UUID taken) implements Matter {
        @Override
        public RecordKind kind() {
            return RecordKind.TAKEN_BACK;
        }
    }

    /// The authority decided not to share something.
    ///
    /// @param what in words
    /// @param with who does not get it, at least one
    /// @param why in words
    record NotShared(String what, List<OrganisationCode> with, String why) implements Matter {
        public NotShared {
            with = List.copyOf(with);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.NOT_SHARED;
        }

        @Override
        public String toString() {
            return "NotShared[not shown]";
        }
    }
}
