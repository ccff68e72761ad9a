package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Finds the commissioner of an authority or a practice on one day.
///
/// What an open commissioner's own file says comes first. Where no open one claims the body, the
/// successor of a closed commissioner answers for what that one served.
final class Commissioning {

    private final Directory directory;
    private final LocalDate day;

    Commissioning(Directory directory, LocalDate day) {
        this.directory = directory;
        this.day = day;
    }

    Commissioner ofPractice(OrganisationCode practice) {
        return found(
                commissioners(practice),
                "no health commissioner serves the practice %s on %s: add it to 'serves' in its commissioner's file"
                        .formatted(practice, day));
    }

    Commissioner ofAuthority(OrganisationCode authority) {
        return switch (directory.current(authority, day)) {
            case Current.Open open -> ofOpen(open.organisation());
            case Current.Succeeded succeeded -> ofOpen(succeeded.organisation());
            case Current.Choice choice -> new Commissioner.Nobody(choice.why());
            case Current.Nobody nobody -> new Commissioner.Nobody(nobody.why());
        };
    }

    private Commissioner ofOpen(Organisation authority) {
        List<Organisation> claiming = commissioners(authority.code());
        return found(
                claiming.isEmpty() ? ofPredecessors(authority) : claiming,
                "no health commissioner serves %s on %s: add it to 'serves' in its commissioner's file"
                        .formatted(authority.code(), day));
    }

    /// A merged or renamed authority keeps the commissioners of those it took over from.
    private List<Organisation> ofPredecessors(Organisation authority) {
        return directory.predecessors(authority.code(), day).stream()
                .flatMap(code -> commissioners(code).stream())
                .distinct()
                .toList();
    }

    private List<Organisation> commissioners(OrganisationCode served) {
        List<Organisation> claiming = claiming(served).filter(c -> c.isOpenOn(day)).toList();
        return claiming.isEmpty()
                ? claiming(served).flatMap(this::successors).distinct().toList()
                : claiming;
    }

    private Stream<Organisation> claiming(OrganisationCode served) {
        return directory.all().stream()
                .filter(organisation -> organisation.is(Role.HEALTH_COMMISSIONER))
                .filter(organisation -> organisation.serves(served, day));
    }

    private Stream<Organisation> successors(Organisation closed) {
        return switch (directory.current(closed.code(), day)) {
            case Current.Open open -> Stream.of(open.organisation());
            case Current.Succeeded succeeded -> Stream.of(succeeded.organisation());
            case Current.Choice choice -> choice.among().stream();
            case Current.Nobody _ -> Stream.empty();
        };
    }

    private static Commissioner found(List<Organisation> commissioners, String why) {
        return switch (commissioners.size()) {
            case 0 -> new Commissioner.Nobody(why);
            case 1 -> new Commissioner.One(commissioners.getFirst());
            default ->
                    new Commissioner.Several(
                            commissioners.stream()
                                    .sorted(Comparator.comparing(c -> c.code().value()))
                                    .toList());
        };
    }
}
