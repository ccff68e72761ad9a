package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.disclosure.DisclosureRule.Condition;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The first fact: what the law sends the message for, and that sender and recipient are those it
/// means.
final class PurposeRules {

    private static final String PURPOSE_LIMITATION = "UK GDPR, art. 5(1)(b)";
    private static final String LAWFUL_BASIS = "UK GDPR, art. 6(1)(c) and (e), 6(3)";
    private static final String ADVICE = "SEND Regulations 2014, reg. 6(1)";

    private final Tables tables;

    PurposeRules(Tables tables) {
        this.tables = tables;
    }

    Stream<DisclosureRule> all() {
        return Stream.of(
                new Condition("purpose named", PURPOSE_LIMITATION, this::purposeNamed),
                new Condition("purpose fits", PURPOSE_LIMITATION, this::purposeFits),
                new Condition("provision named", LAWFUL_BASIS, this::provisionNamed),
                new Condition("provision fits", LAWFUL_BASIS, this::provisionFits),
                new Condition("sender may send", LAWFUL_BASIS, this::senderMaySend),
                new Condition("recipient covered", PURPOSE_LIMITATION, this::covered),
                new Condition("adviser fits", ADVICE, this::adviserFits));
    }

    private List<Violation> purposeNamed(Passage passage) {
        return Reasons.when(
                passage.purpose() == null,
                () ->
                        new Violation(
                                "/ground/purpose",
                                "The message names no purpose.",
                                "Name the purpose: " + Reasons.codes(purposes(passage)) + "."));
    }

    private List<Violation> purposeFits(Passage passage) {
        return Reasons.when(
                passage.purpose() != null && tables.underPurpose(passage).isEmpty(),
                () ->
                        new Violation(
                                "/ground/purpose",
                                "This purpose does not cover a message of the type "
                                        + passage.message().type().code()
                                        + ".",
                                "Name the purpose that does: "
                                        + Reasons.codes(purposes(passage))
                                        + "."));
    }

    private List<Violation> provisionNamed(Passage passage) {
        return Reasons.when(
                passage.provision() == null,
                () ->
                        new Violation(
                                "/ground/provision",
                                "The message names no provision that carries its purpose.",
                                "Name the provision: " + provisions(passage) + "."));
    }

    private List<Violation> provisionFits(Passage passage) {
        return Reasons.when(
                passage.provision() != null
                        && tables.forProvision(passage).stream()
                                .noneMatch(line -> tables.accepts(line, passage)),
                () ->
                        new Violation(
                                "/ground/provision",
                                "The provision named does not carry this message.",
                                "Name one that does: " + provisions(passage) + "."));
    }

    private List<Violation> senderMaySend(Passage passage) {
        List<GroundLine> lines = tables.forSender(passage);
        return Reasons.when(
                lines.stream().noneMatch(line -> line.mayComeFrom(passage.sender())),
                () ->
                        new Violation(
                                "/from",
                                "The sender's role may not send a message of the type "
                                        + passage.message().type().code()
                                        + ".",
                                "Let an organisation send it whose role is "
                                        + Reasons.codes(
                                                lines.stream()
                                                        .flatMap(line -> line.from().stream())
                                                        .toList())
                                        + "."));
    }

    private List<Violation> covered(Passage passage) {
        List<GroundLine> lines = tables.forRecipient(passage);
        return Reasons.when(
                lines.stream().noneMatch(line -> line.mayGoTo(passage.recipient())),
                () ->
                        new Violation(
                                "/to",
                                "The purpose does not cover the role of the recipient.",
                                "Send it to an organisation whose role is "
                                        + Reasons.codes(
                                                lines.stream()
                                                        .flatMap(line -> line.to().stream())
                                                        .toList())
                                        + "."));
    }

    private List<Violation> adviserFits(Passage passage) {
        return tables.adviser(passage.message()).stream()
                .filter(line -> line.roles().stream().noneMatch(passage.recipient()::is))
                .map(PurposeRules::unfit)
                .toList();
    }

    private static Violation unfit(AdviserLine line) {
        return new Violation(
                "/adviceType",
                "The recipient's role does not give " + line.adviceType().code() + " advice.",
                line.roles().isEmpty()
                        ? "Ask the parent or young person, outside the exchange."
                        : "Ask an organisation whose role is " + Reasons.codes(line.roles()) + ".");
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
}
