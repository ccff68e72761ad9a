package org.ehcexchange.directory;

import java.util.List;
import java.util.stream.Collectors;

/// Who stands for an organisation code on a day.
public sealed interface Current {

    /// The organisation itself is open.
    record Open(Organisation organisation) implements Current {}

    /// It is closed, and one open organisation took over.
    ///
    /// @param through the closed bodies passed on the way, the one asked for first
    record Succeeded(Organisation organisation, List<Organisation> through) implements Current {
        public Succeeded {
            through = List.copyOf(through);
        }

        /// For whoever wrote to the closed body.
        public String why() {
            return "%s; sent to its successor %s"
                    .formatted(
                            through.stream()
                                    .map(Current::closing)
                                    .collect(Collectors.joining(", ")),
                            organisation.code());
        }
    }

    /// It is closed and was split: a person chooses between these open organisations.
    ///
    /// @param closed the one asked for
    record Choice(Organisation closed, List<Organisation> among) implements Current {
        public Choice {
            among = List.copyOf(among);
        }

        /// A plain sentence that names the codes.
        public String why() {
            return "%s and was split; a person must choose between its successors"
                    .formatted(closing(closed));
        }

        /// What to do about it, with the names to choose from.
        public String remedy() {
            return "send it to the one that is responsible for this child: " + named(among);
        }
    }

    /// Nobody stands for it.
    ///
    /// @param why a plain sentence that names the codes
    /// @param remedy what whoever wrote to it can do
    record Nobody(String why, String remedy) implements Current {}

    /// `ODS:01N closed on 2022-07-01`.
    static String closing(Organisation closed) {
        return "%s closed on %s".formatted(closed.code(), closed.closesOn());
    }

    /// `ODS:QE1 (East Board), ODS:QW1 (West Board)`.
    static String named(List<Organisation> organisations) {
        return organisations.stream()
                .map(organisation -> organisation.code() + " (" + organisation.name() + ")")
                .collect(Collectors.joining(", "));
    }
}
