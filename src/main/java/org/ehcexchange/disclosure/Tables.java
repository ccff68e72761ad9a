package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.DisclosureKind;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.PlanDisclosure;
import org.ehcexchange.canonical.PlanEvent;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.directory.Role;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The gate's tables: which ground carries what to whom, on which grounds a plan may be told, who
/// gives which advice, and what a role may not have.
record Tables(
        List<GroundLine> grounds,
        List<DisclosureLine> disclosures,
        List<AdviserLine> advisers,
        List<FieldLine> fields) {

    private static final String EVERYONE = "everyone";
    private static final String FOLDER = "/rules/disclosure/";

    /// As they ship, from the class path.
    static Tables shipped() {
        return new Tables(
                new CsvTable(FOLDER + "grounds.csv").lines(Tables::ground),
                new CsvTable(FOLDER + "regulation-17.csv").lines(Tables::disclosure),
                new CsvTable(FOLDER + "advisers.csv").lines(Tables::adviser),
                new CsvTable(FOLDER + "fields.csv").lines(Tables::field));
    }

    private static GroundLine ground(CsvTable.Line line) {
        return new GroundLine(
                line.one(Purpose.class, "purpose"),
                line.one(MessageType.class, "message"),
                line.text("provision"),
                line.one(Paragraphs.class, "paragraphs"),
                line.several(Role.class, "from"),
                everyoneOr(line, "to"),
                line.one(RestsOn.class, "restsOn"),
                line.several(PlanEvent.class, "events"));
    }

    private static DisclosureLine disclosure(CsvTable.Line line) {
        return new DisclosureLine(
                line.one(DisclosureKind.class, "kind"),
                line.textOrNone("paragraph"),
                line.one(Basis.class, "basis"),
                everyoneOr(line, "to"),
                line.text("meaning"));
    }

    private static AdviserLine adviser(CsvTable.Line line) {
        return new AdviserLine(
                line.one(AdviceType.class, "adviceType"),
                line.text("paragraph"),
                line.several(Role.class, "roles"));
    }

    private static FieldLine field(CsvTable.Line line) {
        return new FieldLine(
                line.one(Field.class, "field"),
                everyoneOr(line, "notFor"),
                line.one(FieldLine.Then.class, "then"),
                line.text("because"),
                line.text("provision"),
                line.several(PlanEvent.class, "events"));
    }

    private static Set<Role> everyoneOr(CsvTable.Line line, String column) {
        return line.text(column).equals(EVERYONE)
                ? EnumSet.allOf(Role.class)
                : line.several(Role.class, column);
    }

    /// The lines for a message under its purpose, if that purpose carries it at all.
    List<GroundLine> underPurpose(Passage passage) {
        return forMessage(passage).stream()
                .filter(line -> line.purpose() == passage.purpose())
                .toList();
    }

    /// The lines for a message's kind and event under whatever purpose.
    List<GroundLine> forMessage(Passage passage) {
        return grounds.stream().filter(line -> line.carries(passage.message())).toList();
    }

    /// The lines that a sender is judged by: those of the purpose, or all of the message's when its
    /// purpose is absent or unfit, so that other faults are still found.
    List<GroundLine> forSender(Passage passage) {
        return narrow(forMessage(passage), line -> line.purpose() == passage.purpose());
    }

    /// The lines that a recipient is judged by: those that the sender's role leaves, if any.
    List<GroundLine> forRecipient(Passage passage) {
        return narrow(forSender(passage), line -> line.mayComeFrom(passage.sender()));
    }

    /// The lines that a provision is judged by: those that both roles leave, if any.
    List<GroundLine> forProvision(Passage passage) {
        return narrow(forRecipient(passage), line -> line.mayGoTo(passage.recipient()));
    }

    /// Whether it carries a plan that no duty sends: it stands on reg. 17, or would if its
    // provision were put right.
    boolean restsOnRegulation17(Passage passage) {
        return passage.message().type().carriesPlan()
                && narrow(forMessage(passage), line -> accepts(line, passage)).stream()
                        .anyMatch(line -> line.restsOn() == RestsOn.REGULATION_17);
    }

    boolean accepts(GroundLine line, Passage passage) {
        return line.accepts(passage.provision(), own(passage));
    }

    private static List<GroundLine> narrow(List<GroundLine> lines, Predicate<GroundLine> fits) {
        List<GroundLine> fitting = lines.stream().filter(fits).toList();
        return fitting.isEmpty() ? lines : fitting;
    }

    /// The ground of reg. 17 that a passage stands on; none where a duty sends it.
    Optional<DisclosureLine> disclosure(Passage passage) {
        return restsOnRegulation17(passage) ? named(passage) : Optional.empty();
    }

    boolean restsOn(Basis basis, Passage passage) {
        return disclosure(passage).filter(line -> line.basis() == basis).isPresent();
    }

    private Optional<DisclosureLine> named(Passage passage) {
        PlanDisclosure disclosure = passage.disclosure();
        return disclosures.stream()
                .filter(line -> disclosure != null && line.kind() == disclosure.kind())
                .findFirst();
    }

    Optional<AdviserLine> adviser(EhcMessage message) {
        return message instanceof AdviceRequest request
                ? advisers.stream()
                        .filter(line -> line.adviceType() == request.adviceType())
                        .findFirst()
                : Optional.empty();
    }

    /// The letter that this message may add to its provision; "" where there is none.
    private String own(Passage passage) {
        return adviser(passage.message())
                .map(AdviserLine::paragraph)
                .or(() -> named(passage).map(DisclosureLine::paragraph))
                .orElse("");
    }
}
