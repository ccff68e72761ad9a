package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Commissioner;
import org.ehcexchange.directory.Current;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One plan of whom to tell, called over line by line.
final class Roll {

    private final MessagePlan plan;
    private final Directory directory;

    Roll(MessagePlan plan, Directory directory) {
        this.plan = plan;
        this.directory = directory;
    }

    /// What a line misses; empty when it is met.
    Optional<Coverage.Missing> missing(RecipientLine line) {
        return isTold(line) || isRightlyAbsent(line)
                ? Optional.empty()
                : Optional.of(
                        new Coverage.Missing(
                                line.who(),
                                name(line),
                                line.provision(),
                                problem(line),
                                remedy(line)));
    }

    private boolean isTold(RecipientLine line) {
        return acts(line) || plan.told().stream().anyMatch(addressee -> meets(addressee, line));
    }

    /// Who acts knows already, unless another body must.
    private boolean acts(RecipientLine line) {
        return !line.another() && directory.find(plan.by()).filter(line::means).isPresent();
    }

    private boolean meets(Addressee addressee, RecipientLine line) {
        return switch (addressee) {
            case Addressee.Body body ->
                    standing(body).filter(line::means).anyMatch(told -> isResponsible(told, line));
            case Addressee.InWords other ->
                    line.inWords() && other.who() == line.who() && !other.words().isBlank();
        };
    }

    /// The open organisation that a code stands for on the day, if it is one.
    private Stream<Organisation> standing(Addressee.Body body) {
        return switch (directory.current(body.code(), plan.day())) {
            case Current.Open open -> Stream.of(open.organisation());
            case Current.Succeeded succeeded -> Stream.of(succeeded.organisation());
            case Current.Choice _, Current.Nobody _ -> Stream.empty();
        };
    }

    private boolean isResponsible(Organisation told, RecipientLine line) {
        List<Organisation> responsible = responsible(line);
        return !told.code().equals(plan.by())
                && (responsible.isEmpty() || responsible.contains(told));
    }

    /// Those of whom the directory knows that one is meant; empty where it does not know.
    private List<Organisation> responsible(RecipientLine line) {
        return switch (line.who()) {
            case HEALTH_COMMISSIONER -> line.another() ? List.of() : commissioners();
            case SOCIAL_CARE -> directory.servicesOf(plan.by(), Role.SOCIAL_CARE, plan.day());
            case PARENT_OR_YOUNG_PERSON, HEALTH_PROFESSIONAL, INSTITUTION, AUTHORITY -> List.of();
        };
    }

    private List<Organisation> commissioners() {
        return switch (directory.commissionerOf(plan.by(), plan.practice(), plan.day())) {
            case Commissioner.One one -> List.of(one.organisation());
            case Commissioner.Several several -> several.among();
            case Commissioner.Nobody _ -> List.of();
        };
    }

    private boolean isRightlyAbsent(RecipientLine line) {
        return !line.mayBeAbsent().isEmpty()
                && absences(line).anyMatch(absence -> !absence.reason().isBlank());
    }

    private Stream<MessagePlan.Absence> absences(RecipientLine line) {
        return plan.absent().stream().filter(absence -> absence.who() == line.who());
    }

    String name(RecipientLine line) {
        List<Organisation> responsible = responsible(line);
        return responsible.isEmpty()
                ? line.who().words()
                : responsible.stream()
                        .map(body -> "%s (%s)".formatted(body.name(), body.code()))
                        .collect(Collectors.joining(" or "));
    }

    private String problem(RecipientLine line) {
        if (absences(line).findAny().isPresent()) {
            return line.mayBeAbsent().isEmpty()
                    ? "There is always somebody to tell: this one cannot be declared absent."
                    : "It is not said why there is nobody to tell.";
        }
        return others(line)
                .map(other -> "%s is named, and is not the one who must be told.".formatted(other))
                .or(() -> unresolved(line))
                .orElse("Nobody who must be told as %s is named.".formatted(line.who().words()));
    }

    /// A body of the right kind that is not the responsible one.
    private Optional<OrganisationCode> others(RecipientLine line) {
        return bodies().flatMap(this::standing)
                .filter(line::means)
                .map(Organisation::code)
                .findFirst();
    }

    /// Why nobody stands for a code that may have been meant.
    private Optional<String> unresolved(RecipientLine line) {
        return bodies().filter(body -> mayBe(body, line)).flatMap(this::unresolved).findFirst();
    }

    private boolean mayBe(Addressee.Body body, RecipientLine line) {
        return !line.roles().isEmpty() && directory.find(body.code()).map(line::means).orElse(true);
    }

    private Stream<String> unresolved(Addressee.Body body) {
        return switch (directory.current(body.code(), plan.day())) {
            case Current.Open _, Current.Succeeded _ -> Stream.empty();
            case Current.Choice choice -> Stream.of(choice.why() + ".");
            case Current.Nobody nobody -> Stream.of(nobody.why() + ".");
        };
    }

    private Stream<Addressee.Body> bodies() {
        return plan.told().stream()
                .filter(Addressee.Body.class::isInstance)
                .map(Addressee.Body.class::cast);
    }

    private String remedy(RecipientLine line) {
        String tell = "Tell " + name(line) + (line.inWords() ? "" : ", as an organisation");
        return line.mayBeAbsent().isEmpty()
                ? tell + "."
                : tell + ", or say that " + line.mayBeAbsent() + ".";
    }
}
