package org.ehcexchange.agency.authority;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.sealing.KeyRing;
import org.ehcexchange.sealing.PinnedKey;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.util.List;

/// The keys that the directory pins: of organisations that are open and reached by the channel
/// `exchange`.
@Component
class DirectoryKeys implements KeyRing {

    private final Directory directory;
    private final InstantSource clock;

    DirectoryKeys(Directory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public List<PinnedKey> of(OrganisationCode organisation) {
        return directory
                .find(organisation)
                .filter(found -> found.isOpenOn(LondonDay.of(clock.instant())))
                .map(DirectoryKeys::pinned)
                .orElse(List.of());
    }

    private static List<PinnedKey> pinned(Organisation organisation) {
        return organisation.channel() instanceof Channel.Exchange exchange
                ? exchange.keys()
                : List.of();
    }
}
