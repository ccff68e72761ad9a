package org.ehcexchange.console;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Parsed;
import org.ehcexchange.delivery.Partners;
import org.ehcexchange.directory.Current;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.People;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts together what the directory has of each body, and how its deliveries stand.
@Component
class PartnerViews {

    private final Directory directory;
    private final People people;
    private final Partners partners;
    private final Names names;

    PartnerViews(Directory directory, People people, Partners partners, Names names) {
        this.directory = directory;
        this.people = people;
        this.partners = partners;
        this.names = names;
    }

    /// One body in the list.
    record Line(String code, String name, String roles, String channel, String stands) {}

    List<Line> all() {
        return directory.all().stream().map(this::line).toList();
    }

    private Line line(Organisation body) {
        return new Line(
                body.code().value(),
                body.name(),
                PartnerSheet.roles(body),
                PartnerSheet.facts(body.channel()).getFirst().value(),
                stands(body));
    }

    /// Empty for a code that is none, or that nobody has.
    Optional<Organisation> find(String code) {
        return OrganisationCode.parse(code) instanceof Parsed.Value<OrganisationCode>(var form)
                ? directory.find(form)
                : Optional.empty();
    }

    Optional<PartnerSheet> sheet(String code) {
        return find(code).map(this::sheet);
    }

    private PartnerSheet sheet(Organisation body) {
        return new PartnerSheet(
                body.code().value(),
                body.name(),
                PartnerSheet.roles(body),
                partners.all().stream()
                        .filter(partner -> partner.code().equals(body.code()))
                        .map(partner -> PartnerLine.of(partner, names))
                        .findFirst()
                        .orElse(null),
                PartnerSheet.facts(body.channel()),
                relations(body),
                predecessors(body),
                stands(body),
                people.peopleOf(body.code()).stream().map(PartnerSheet.Worker::of).toList());
    }

    private List<String> relations(Organisation body) {
        return Stream.concat(
                        body.serves().stream()
                                .map(tie -> PartnerSheet.relation("commissions for", tie, names)),
                        body.belongsTo().stream()
                                .map(tie -> PartnerSheet.relation("works for", tie, names)))
                .toList();
    }

    private List<String> predecessors(Organisation body) {
        return directory.predecessors(body.code(), names.today()).stream()
                .map(code -> "%s (%s)".formatted(names.of(code), code))
                .toList();
    }

    private String stands(Organisation body) {
        return switch (directory.current(body.code(), names.today())) {
            case Current.Open open -> "open";
            case Current.Succeeded succeeded ->
                    "closed; %s took over".formatted(succeeded.organisation().name());
            case Current.Choice choice -> choice.why();
            case Current.Nobody nobody -> nobody.why();
        };
    }
}
