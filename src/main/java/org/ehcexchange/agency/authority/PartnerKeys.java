package org.ehcexchange.agency.authority;

import org.ehcexchange.access.RealTime;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.sealing.PinnedKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Each partner's key that proved something here, in the table `partner_key`: evidence needs it
/// when the directory pins it no more.
@Component
class PartnerKeys {

    private final JdbcClient database;
    private final RealTime time;
    private final Set<PinnedKey> known = ConcurrentHashMap.newKeySet();

    PartnerKeys(JdbcClient database, RealTime time) {
        this.database = database;
        this.time = time;
    }

    /// Kept once; what the directory says of its time is kept anew when that changes.
    void keep(OrganisationCode organisation, PinnedKey key) {
        if (!known.contains(key)) {
            write(organisation, key);
            known.add(key);
        }
    }

    private void write(OrganisationCode organisation, PinnedKey key) {
        database.sql(
                        """
                        insert into partner_key (organisation, kid, jwk, valid_from, valid_until, seen_at)
                        values (:organisation, :kid, :jwk, :from, :until, :now)
                        on conflict (organisation, kid) do update
                        set valid_from = :from, valid_until = :until
                        """)
                .param("organisation", organisation.value())
                .param("kid", key.id())
                .param("jwk", key.jwk().toJSONString())
                .param("from", time(key.from()))
                .param("until", time(key.until()))
                .param("now", time(time.instant()))
                .update();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
