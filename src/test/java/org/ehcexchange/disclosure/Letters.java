package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.AdviceAcknowledged;
import org.ehcexchange.canonical.AdviceReminder;
import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceReturn;
import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.AdviceWithdrawn;
import org.ehcexchange.canonical.Answer;
import org.ehcexchange.canonical.Authorities;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.CommissionerNotResponsible;
import org.ehcexchange.canonical.CommissionerNoted;
import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.Commissioners;
import org.ehcexchange.canonical.Confidentiality;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.FurtherRequest;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.NhsNumber;
import org.ehcexchange.canonical.NotificationCause;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Plan;
import org.ehcexchange.canonical.PlanAccepted;
import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.PlanDeclined;
import org.ehcexchange.canonical.PlanEvent;
import org.ehcexchange.canonical.PlanQueried;
import org.ehcexchange.canonical.PlanRecalled;
import org.ehcexchange.canonical.PlanReceived;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.canonical.ProvisionNotPracticable;
import org.ehcexchange.canonical.Question;
import org.ehcexchange.canonical.Section;
import org.ehcexchange.canonical.Sex;
import org.ehcexchange.canonical.Upn;
import org.ehcexchange.directory.Organisation;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Small messages written by hand, about one invented child with every identifier.
record Letters(Organisation from, Organisation to, @Nullable Ground ground) {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final Child CHILD =
            new Child(
                    "NS-1001",
                    new NhsNumber("9990000018"),
                    new Upn("A950000178301"),
                    "Example",
                    List.of("Robin"),
                    LocalDate.of(2015, 3, 1),
                    Sex.UNKNOWN,
                    "ZZ99 3CZ",
                    false);

    AdviceRequest adviceRequest(AdviceType adviceType, Confidentiality... documents) {
        return new AdviceRequest(
                envelope(documents),
                new CaseReference("EHC-1"),
                adviceType,
                DAY,
                Set.of(Question.NEEDS),
                null);
    }

    CommissionerNotification notification(Section... sections) {
        return new CommissionerNotification(
                envelope(),
                NotificationCause.OTHER,
                DAY,
                DAY,
                Arrays.stream(sections).collect(Collectors.toMap(s -> s, s -> "Text")),
                new Authorities(code("LA:998"), code("LA:999")));
    }

    EhcMessage notificationWithDocuments(int documents) {
        Confidentiality[] normal = new Confidentiality[documents];
        Arrays.fill(normal, Confidentiality.NORMAL);
        return notification(Section.C, Section.G).in(envelope(normal));
    }

    PlanCopy planCopy(PlanEvent event, int documents, Section... sections) {
        Confidentiality[] normal = new Confidentiality[documents];
        Arrays.fill(normal, Confidentiality.NORMAL);
        return new PlanCopy(envelope(normal), event, plan(sections), null);
    }

    private static Plan plan(Section... sections) {
        return new Plan(
                "P-1",
                DAY,
                null,
                Arrays.stream(sections).collect(Collectors.toMap(s -> s, s -> "Text")));
    }

    EhcMessage of(MessageType type) {
        Envelope e = envelope();
        return switch (type) {
            case ADVICE_REQUEST -> adviceRequest(AdviceType.OTHER);
            case ADVICE_ACKNOWLEDGED -> new AdviceAcknowledged(e, DAY);
            case ADVICE_RETURN ->
                    new AdviceReturn(e, new Answer.Provided(List.of("Need"), List.of(), List.of()));
            case ADVICE_REMINDER -> new AdviceReminder(e, "Still open");
            case ADVICE_WITHDRAWN -> new AdviceWithdrawn(e, "No longer needed");
            case PLAN_TRANSFER ->
                    new PlanTransfer(
                            e,
                            plan(Section.A),
                            DAY,
                            DAY,
                            new Commissioners(code("ODS:QN1"), code("ODS:QS1")));
            case PLAN_COPY -> planCopy(PlanEvent.FINAL_PLAN, 0, Section.values());
            case PLAN_RECEIVED -> new PlanReceived(e, "0".repeat(64));
            case PLAN_ACCEPTED -> new PlanAccepted(e, "SEND manager", DAY);
            case PLAN_QUERIED -> new PlanQueried(e, "Which school?");
            case PLAN_DECLINED -> new PlanDeclined(e, "Not of our area", null);
            case PLAN_RECALLED -> new PlanRecalled(e, "Sent to the wrong authority");
            case COMMISSIONER_NOTIFICATION -> notification(Section.C, Section.G);
            case COMMISSIONER_NOTED -> new CommissionerNoted(e, DAY);
            case COMMISSIONER_NOT_RESPONSIBLE ->
                    new CommissionerNotResponsible(e, "Another commissioner is.", null);
            case PROVISION_NOT_PRACTICABLE ->
                    new ProvisionNotPracticable(e, "No service there", FurtherRequest.REVIEW);
        };
    }

    private Envelope envelope(Confidentiality... documents) {
        return new Envelope(
                new MessageId(new UUID(1, 1)),
                new ConversationId(new UUID(2, 2)),
                null,
                from.code(),
                to.code(),
                OffsetDateTime.parse("2026-11-20T10:00:00Z"),
                ground,
                CHILD,
                Arrays.stream(documents).map(Letters::document).toList());
    }

    private static DocumentReference document(Confidentiality confidentiality) {
        return new DocumentReference(
                new UUID(3, 3), "Report", "application/pdf", 1, "0".repeat(64), confidentiality);
    }

    private static OrganisationCode code(String code) {
        return new OrganisationCode(code);
    }
}
