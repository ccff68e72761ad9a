package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.directory.Role;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The gate's tables: which ground carries what to whom, who gives which advice, and what a role
/// may not have.
record Tables(List<GroundLine> grounds, List<AdviserLine> advisers, List<FieldLine> fields) {

    private static final String EVERYONE = "everyone";
    private static final String FOLDER = "/rules/disclosure/";

    /// As they ship, from the class path.
    static Tables shipped() {
        return new Tables(
                new CsvTable(FOLDER + "grounds.csv")
                        .lines(
                                line ->
                                        new GroundLine(
                                                line.one(Purpose.class, "purpose"),
                                                line.one(MessageType.class, "message"),
                                                line.text("provision"),
                                                line.one(Paragraphs.class, "paragraphs"),
                                                line.several(Role.class, "from"),
                                                line.several(Role.class, "to"))),
                new CsvTable(FOLDER + "advisers.csv")
                        .lines(
                                line ->
                                        new AdviserLine(
                                                line.one(AdviceType.class, "adviceType"),
                                                line.text("paragraph"),
                                                line.several(Role.class, "roles"))),
                new CsvTable(FOLDER + "fields.csv")
                        .lines(
                                line ->
                                        new FieldLine(
                                                line.one(Field.class, "field"),
                                                everyoneOr(line, "notFor"),
                                                line.one(FieldLine.Then.class, "then"),
                                                line.text("because"),
                                                line.text("provision"))));
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

    /// The lines for a message's kind under whatever purpose.
    List<GroundLine> forMessage(Passage passage) {
        return grounds.stream().filter(line -> line.message() == passage.message().type()).toList();
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

    private static List<GroundLine> narrow(List<GroundLine> lines, Predicate<GroundLine> fits) {
        List<GroundLine> fitting = lines.stream().filter(fits).toList();
        return fitting.isEmpty() ? lines : fitting;
    }

    Optional<AdviserLine> adviser(EhcMessage message) {
        return message instanceof AdviceRequest request
                ? advisers.stream()
                        .filter(line -> line.adviceType() == request.adviceType())
                        .findFirst()
                : Optional.empty();
    }
}
