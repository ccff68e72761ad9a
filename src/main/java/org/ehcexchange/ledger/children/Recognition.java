package org.ehcexchange.ledger.children;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.ledger.children.ChildMatch.Known;
import org.ehcexchange.ledger.children.Recognised.Doubtful;
import org.ehcexchange.ledger.children.Recognised.Same;
import org.ehcexchange.ledger.children.Recognised.Unknown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Says which child on record a first message is about, of those that it may be about.
///
/// The NHS number says it, with date of birth and family name; else the UPN; else, where one side
/// has no number at all, the authority's own reference. A child with a new NHS number is another
/// child, whatever else agrees: who somebody was before is not looked for.
///
/// Whoever it is must be whose case it is, where the message names a case that is somebody's.
final class Recognition {

    private static final String ANOTHERS_CASE = "the case is on record of another child";

    private final List<Candidate> found;
    private final Child child;

    private Recognition(List<Candidate> found, Child child) {
        this.found = found;
        this.child = child;
    }

    /// What somebody on record has in common with the child of the message.
    enum By {
        NHS_NUMBER,
        UPN,
        /// The same authority's reference, where one of the two has no number at all.
        REFERENCE,
        /// Date of birth and postcode, where both have an NHS number.
        BIRTH_AND_POSTCODE,
        /// The case: on record as somebody's. It finds nobody, and casts doubt on anybody else.
        CASE
    }

    record Candidate(By by, Known known) {}

    static Recognised of(List<Candidate> found, Child child) {
        return new Recognition(found, child).recognised();
    }

    private Recognised recognised() {
        Recognised who = whoever();
        return by(By.CASE).findFirst().map(whose -> inCaseOf(whose, who)).orElse(who);
    }

    private Recognised inCaseOf(Known whose, Recognised who) {
        return switch (who) {
            case Same(Known known) when known.id() == whose.id() -> who;
            case Same same -> anothersCase(whose);
            case Unknown unknown -> anothersCase(whose);
            case Doubtful(String why, List<String> fields) -> {
                boolean another = meant(found, child).filter(m -> m.id() != whose.id()).isPresent();
                yield another ? alsoAnothersCase(why, fields) : who;
            }
        };
    }

    private Doubtful anothersCase(Known whose) {
        return doubtful(ANOTHERS_CASE, ChildMatch.differences(whose, child));
    }

    private static Doubtful alsoAnothersCase(String why, List<String> fields) {
        return doubtful(why + "; " + ANOTHERS_CASE, fields);
    }

    private static Doubtful doubtful(String why, List<String> more) {
        List<String> fields = new ArrayList<>(more);
        fields.addFirst(ChildMatch.CASE_REFERENCE);
        return new Doubtful(why, fields);
    }

    private Recognised whoever() {
        Optional<Known> byNumber = by(By.NHS_NUMBER).findFirst();
        if (byNumber.isPresent()) {
            return byNumber(byNumber.get());
        }
        if (by(By.UPN).findAny().isPresent()) {
            return byUpn();
        }
        return by(By.BIRTH_AND_POSTCODE).anyMatch(this::isOneSlipAway)
                ? slip()
                : among(by(By.REFERENCE).toList(), "reference");
    }

    private Recognised byNumber(Known known) {
        List<String> fields = new ArrayList<>(ChildMatch.otherPerson(known, child));
        boolean twoChildren =
                !Objects.equals(known.upn(), ChildMatch.upn(child))
                        && by(By.UPN).anyMatch(other -> other.id() != known.id());
        if (twoChildren) {
            fields.addFirst(ChildMatch.UPN);
            return new Doubtful("the NHS number and the UPN are two children's on record", fields);
        }
        return fields.isEmpty() ? new Same(known) : other("NHS number", fields);
    }

    private Recognised byUpn() {
        List<Known> fitting = by(By.UPN).filter(this::mayHaveThisNumber).toList();
        return fitting.isEmpty()
                ? other("UPN", List.of(ChildMatch.NHS_NUMBER))
                : among(fitting, "UPN");
    }

    private boolean mayHaveThisNumber(Known known) {
        return !ChildMatch.differ(known.nhsNumber(), ChildMatch.nhsNumber(child));
    }

    private Recognised slip() {
        return new Doubtful(
                "the NHS number is one slip away from another on record with the same date of"
                        + " birth, family name and postcode",
                List.of(ChildMatch.NHS_NUMBER));
    }

    /// The one of several who share `number` that is this person.
    private Recognised among(List<Known> several, String number) {
        List<Known> same =
                several.stream().filter(k -> ChildMatch.otherPerson(k, child).isEmpty()).toList();
        if (same.size() == 1) {
            return new Same(same.getFirst());
        }
        if (same.size() > 1) {
            return new Doubtful(
                    "the " + number + " is on record for more than one such child",
                    List.of(number));
        }
        return several.isEmpty()
                ? new Unknown()
                : other(number, ChildMatch.otherPerson(several.getFirst(), child));
    }

    private static Doubtful other(String number, List<String> fields) {
        return new Doubtful(
                "the %s is on record with another %s"
                        .formatted(number, String.join(" and ", fields)),
                fields);
    }

    private boolean isOneSlipAway(Known known) {
        return ChildMatch.otherPerson(known, child).isEmpty()
                && NumberSlip.between(known.nhsNumber(), ChildMatch.nhsNumber(child));
    }

    /// Whom a person meant who let a doubtful message go on: whoever has its number, and nobody
    /// with another NHS number. Empty for a child new to the record.
    static Optional<Known> meant(List<Candidate> found, Child child) {
        Recognition recognition = new Recognition(found, child);
        return Stream.of(By.NHS_NUMBER, By.UPN, By.REFERENCE)
                .flatMap(recognition::nearestFirst)
                .findFirst();
    }

    private Stream<Known> nearestFirst(By by) {
        return by(by).filter(this::mayHaveThisNumber)
                .sorted(Comparator.comparing(k -> ChildMatch.otherPerson(k, child).size()));
    }

    private Stream<Known> by(By by) {
        return found.stream().filter(each -> each.by() == by).map(Candidate::known);
    }
}
