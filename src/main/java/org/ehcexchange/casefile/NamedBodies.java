package org.ehcexchange.casefile;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.disclosure.Addressee;
import org.ehcexchange.disclosure.Audience;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whether the organisations that a record names are known: a slip of the pen in a code would
/// otherwise be a consent for nobody, or a decision about nobody.
record NamedBodies(Directory directory) {

    List<Violation> unknown(Matter matter) {
        return switch (matter) {
            case Matter.Happened happened -> told(happened);
            case Matter.Exempted exempted -> List.of();
            case Matter.ConsentGiven given -> of(given.recipients());
            case Matter.ObjectionNoted objection -> of(objection.recipients());
            case Matter.OpinionFormed opinion -> of(opinion.recipients());
            case Matter.NotShared not -> each("/with", not.with());
            case Matter.Agreed agreed -> adviser(agreed);
            case Matter.TakenBack taken -> List.of();
            case Matter.ConsentWithdrawn withdrawn -> List.of();
        };
    }

    /// An audience has no order: the pointer is to the list.
    private List<Violation> of(Audience recipients) {
        return recipients.bodies().stream()
                .filter(this::isUnknown)
                .map(code -> unknown("/recipients/organisations", code))
                .toList();
    }

    private List<Violation> each(String list, List<OrganisationCode> codes) {
        return IntStream.range(0, codes.size())
                .filter(at -> isUnknown(codes.get(at)))
                .mapToObj(at -> unknown(list + "/" + at, codes.get(at)))
                .toList();
    }

    private List<Violation> told(Matter.Happened happened) {
        List<Addressee> told = happened.told();
        return IntStream.range(0, told.size())
                .boxed()
                .flatMap(
                        at ->
                                told.get(at) instanceof Addressee.Body(OrganisationCode code)
                                                && isUnknown(code)
                                        ? Stream.of(unknown("/told/" + at + "/organisation", code))
                                        : Stream.empty())
                .toList();
    }

    private List<Violation> adviser(Matter.Agreed agreed) {
        OrganisationCode adviser = agreed.adviser();
        return adviser != null && isUnknown(adviser)
                ? List.of(unknown("/adviser", adviser))
                : List.of();
    }

    private boolean isUnknown(OrganisationCode code) {
        return directory.find(code).isEmpty();
    }

    private static Violation unknown(String pointer, OrganisationCode code) {
        return new Violation(
                pointer,
                code + " is not in the directory.",
                "Check the code; ask the exchange's operator to add the organisation.");
    }
}
