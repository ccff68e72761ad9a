package org.ehcexchange.ledger.transfer;

import org.ehcexchange.canonical.Appendix;
import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.Unworkable;
import org.ehcexchange.clock.Working;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Role;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What must hold of a plan before it leaves.
@Component
class TransferChecks {

    private final Directory directory;
    private final TransferClocks clocks;

    TransferChecks(Directory directory, TransferClocks clocks) {
        this.directory = directory;
        this.clocks = clocks;
    }

    /// Everything that is wrong with it.
    List<Violation> check(PlanTransfer transfer, LocalDate today) {
        List<Violation> violations = new ArrayList<>();
        violations.addAll(authority("/from", transfer.envelope().from()));
        violations.addAll(authority("/to", transfer.envelope().to()));
        violations.addAll(appendices(transfer));
        violations.addAll(days(transfer, today));
        return violations;
    }

    private List<Violation> authority(String pointer, OrganisationCode code) {
        return directory.find(code).filter(o -> o.is(Role.AUTHORITY)).isPresent()
                ? List.of()
                : List.of(
                        new Violation(
                                pointer,
                                code + " is not a local authority",
                                "a plan moves from one authority to another; to give somebody else"
                                        + " a copy send a plan-copy"));
    }

    private static List<Violation> appendices(PlanTransfer transfer) {
        Set<UUID> sent =
                transfer.envelope().documents().stream()
                        .map(DocumentReference::id)
                        .collect(Collectors.toSet());
        List<Appendix> appendices = transfer.plan().appendices();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < appendices.size(); i++) {
            if (!sent.contains(appendices.get(i).document())) {
                violations.add(notSent("/plan/appendices/" + i + "/document"));
            }
        }
        return violations;
    }

    private static Violation notSent(String pointer) {
        return new Violation(
                pointer,
                "section K names a document that is not among the message's documents",
                "upload the document, name it in documents, and send the plan whole");
    }

    private List<Violation> days(PlanTransfer transfer, LocalDate today) {
        if (transfer.awareOn().isAfter(today)) {
            return List.of(
                    new Violation(
                            "/awareOn",
                            "awareOn is in the future",
                            "send the day on which the authority became aware of the move"));
        }
        return switch (clocks.due(transfer)) {
            case Working working -> leaves(transfer, working);
            case Unworkable unworkable -> unworkable.reasons();
        };
    }

    private static List<Violation> leaves(PlanTransfer transfer, Working working) {
        LocalDate day = transfer.sendOn();
        return day == null || !day.isAfter(working.dueOn())
                ? List.of()
                : List.of(
                        new Violation(
                                "/sendOn",
                                "the plan is to leave on %s, and is due at the new authority on %s (%s)"
                                        .formatted(day, working.dueOn(), working.provision()),
                                "let it leave on the day of the move, or leave sendOn out"));
    }
}
