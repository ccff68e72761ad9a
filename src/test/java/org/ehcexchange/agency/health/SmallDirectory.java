package org.ehcexchange.agency.health;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Northshire, a trust that is sent JSON, and a commissioner that is sent XML.
final class SmallDirectory implements Directory {

    static final Organisation COUNCIL =
            organisation("LA:998", "ZL998", Role.AUTHORITY, new Channel.CanonicalPull());
    static final Organisation TRUST =
            organisation("ODS:RN1", "RN1", Role.HEALTH_PROVIDER, fhir(Channel.WireFormat.JSON));
    static final Organisation COMMISSIONER =
            organisation("ODS:QN1", "QN1", Role.HEALTH_COMMISSIONER, fhir(Channel.WireFormat.XML));

    private static Channel fhir(Channel.WireFormat format) {
        return new Channel.Fhir(
                URI.create("https://partner.example/fhir/$process-message"),
                format,
                new Channel.Login.None());
    }

    private static Organisation organisation(String code, String ods, Role role, Channel channel) {
        return new Organisation(
                new OrganisationCode(code),
                "Organisation " + ods,
                Set.of(role),
                ods,
                null,
                null,
                List.of(),
                channel,
                null);
    }

    @Override
    public Optional<Organisation> find(OrganisationCode code) {
        return all().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    @Override
    public Optional<Organisation> findByOdsCode(String odsCode) {
        return all().stream().filter(each -> odsCode.equals(each.odsCode())).findFirst();
    }

    @Override
    public List<Organisation> all() {
        return List.of(COUNCIL, COMMISSIONER, TRUST);
    }

    @Override
    public long version() {
        return 1;
    }
}
