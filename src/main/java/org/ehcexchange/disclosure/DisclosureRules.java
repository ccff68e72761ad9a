package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.disclosure.DisclosureRule.Condition;
import org.ehcexchange.disclosure.DisclosureRule.Cut;
import org.ehcexchange.disclosure.DisclosureRule.Withholding;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules of the gate, one a line.
///
/// Consent is not among them: every purpose the exchange carries rests on a statutory duty, which
/// consent neither gives nor takes away.
public final class DisclosureRules {

    private static final String PURPOSE_LIMITATION = "UK GDPR, art. 5(1)(b)";
    private static final String LAWFUL_BASIS = "UK GDPR, art. 6(1)(c) and (e), 6(3)";
    private static final String SECURITY = "UK GDPR, art. 5(1)(f)";
    private static final String ADVICE = "SEND Regulations 2014, reg. 6(1)";

    private final Tables tables;

    DisclosureRules(Tables tables) {
        this.tables = tables;
    }

    /// The rules as they ship.
    public static List<DisclosureRule> shipped() {
        return new DisclosureRules(Tables.shipped()).all();
    }

    List<DisclosureRule> all() {
        Stream<DisclosureRule> conditions =
                Stream.of(
                        new Condition("purpose named", PURPOSE_LIMITATION, this::purposeNamed),
                        new Condition("purpose fits", PURPOSE_LIMITATION, this::purposeFits),
                        new Condition("provision named", LAWFUL_BASIS, this::provisionNamed),
                        new Condition("provision fits", LAWFUL_BASIS, this::provisionFits),
                        new Condition("sender may send", LAWFUL_BASIS, this::senderMaySend),
                        new Condition("recipient covered", PURPOSE_LIMITATION, this::covered),
                        new Condition("adviser fits", ADVICE, this::adviserFits),
                        new Condition("addressed", SECURITY, Addressing::addressed),
                        new Condition("recipient open", SECURITY, Addressing::open),
                        new Condition("recipient reachable", SECURITY, Addressing::reachable));
        return Stream.concat(tables.fields().stream().map(this::rule), conditions).toList();
    }

    private DisclosureRule rule(FieldLine line) {
        return switch (line.then()) {
            case WITHHOLD ->
                    new Withholding(
                            line.because(), line.provision(), passage -> cut(line, passage));
            case REFUSE ->
                    new Condition(
                            line.because(), line.provision(), passage -> refusals(line, passage));
        };
    }

    private static Cut cut(FieldLine line, Passage passage) {
        List<String> found = found(line, passage);
        return new Cut(
                found.isEmpty() ? passage.message() : line.field().outOf(passage.message()), found);
    }

    private static List<Violation> refusals(FieldLine line, Passage passage) {
        return found(line, passage).stream()
                .map(
                        pointer ->
                                new Violation(
                                        pointer,
                                        "This may not go to this recipient: "
                                                + line.because()
                                                + ".",
                                        "Leave it out and send the message again."))
                .toList();
    }

    private static List<String> found(FieldLine line, Passage passage) {
        return line.concerns(passage) ? line.field().in(passage.message()) : List.of();
    }

    private List<Violation> purposeNamed(Passage passage) {
        return when(
                passage.purpose() == null,
                "/ground/purpose",
                "The message names no purpose.",
                "Name the purpose: " + codes(purposes(passage)) + ".");
    }

    private List<Violation> purposeFits(Passage passage) {
        return when(
                passage.purpose() != null && tables.underPurpose(passage).isEmpty(),
                "/ground/purpose",
                "This purpose does not cover a message of the type "
                        + passage.message().type().code()
                        + ".",
                "Name the purpose that does: " + codes(purposes(passage)) + ".");
    }

    private List<Violation> provisionNamed(Passage passage) {
        return when(
                passage.provision() == null,
                "/ground/provision",
                "The message names no provision that carries its purpose.",
                "Name the provision: " + provisions(passage) + ".");
    }

    private List<Violation> provisionFits(Passage passage) {
        String named = passage.provision();
        String own = tables.adviser(passage.message()).map(AdviserLine::paragraph).orElse("");
        return when(
                named != null
                        && tables.forProvision(passage).stream()
                                .noneMatch(line -> line.accepts(named, own)),
                "/ground/provision",
                "The provision named does not carry this message.",
                "Name one that does: " + provisions(passage) + ".");
    }

    private List<Violation> senderMaySend(Passage passage) {
        List<GroundLine> lines = tables.forSender(passage);
        return when(
                lines.stream().noneMatch(line -> line.mayComeFrom(passage.sender())),
                "/from",
                "The sender's role may not send a message of the type "
                        + passage.message().type().code()
                        + ".",
                "Let an organisation send it whose role is "
                        + codes(lines.stream().flatMap(line -> line.from().stream()).toList())
                        + ".");
    }

    private List<Violation> covered(Passage passage) {
        List<GroundLine> lines = tables.forRecipient(passage);
        return when(
                lines.stream().noneMatch(line -> line.mayGoTo(passage.recipient())),
                "/to",
                "The purpose does not cover the role of the recipient.",
                "Send it to an organisation whose role is "
                        + codes(lines.stream().flatMap(line -> line.to().stream()).toList())
                        + ".");
    }

    private List<Violation> adviserFits(Passage passage) {
        return tables.adviser(passage.message()).stream()
                .filter(line -> line.roles().stream().noneMatch(passage.recipient()::is))
                .map(DisclosureRules::unfit)
                .toList();
    }

    private static Violation unfit(AdviserLine line) {
        return new Violation(
                "/adviceType",
                "The recipient's role does not give " + line.adviceType().code() + " advice.",
                line.roles().isEmpty()
                        ? "Ask the parent or young person, outside the exchange."
                        : "Ask an organisation whose role is " + codes(line.roles()) + ".");
    }

    private List<Purpose> purposes(Passage passage) {
        return tables.forMessage(passage).stream().map(GroundLine::purpose).toList();
    }

    private String provisions(Passage passage) {
        return tables.forProvision(passage).stream()
                .map(GroundLine::provision)
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static String codes(Collection<? extends Code> codes) {
        return codes.stream()
                .map(Code::code)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    static List<Violation> when(boolean broken, String pointer, String problem, String remedy) {
        return broken ? List.of(new Violation(pointer, problem, remedy)) : List.of();
    }
}
