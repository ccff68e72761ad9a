package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;

import java.util.List;

/// Who stands for an organisation code on a day.
public sealed interface Current {

    /// The organisation itself is open.
    record Open(Organisation organisation) implements Current {}

    /// It is closed, and one open organisation took over.
    ///
    /// @param through the codes passed on the way, the one asked for first
    record Succeeded(Organisation organisation, List<OrganisationCode> through) implements Current {
        public Succeeded {
            through = List.copyOf(through);
        }
    }

    /// It is closed and was split: a person chooses between these open organisations.
    record Choice(List<Organisation> among) implements Current {
        public Choice {
            among = List.copyOf(among);
        }
    }

    /// Nobody stands for it.
    ///
    /// @param why a plain sentence that names the codes
    record Nobody(String why) implements Current {}
}
