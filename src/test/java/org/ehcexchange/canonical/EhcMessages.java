package org.ehcexchange.canonical;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Valid synthetic messages of every type, for every test that needs many of them.
///
/// Everything was sent in 2026 or 2027; what a message reports happened in 2025 or before.
public final class EhcMessages {

    private static final String FIRST = "2025-07-01";
    private static final String LAST = "2025-12-31";

    private EhcMessages() {}

    public static Arbitrary<EhcMessage> all() {
        return Arbitraries.of(MessageType.class).flatMap(EhcMessages::of);
    }

    public static Arbitrary<EhcMessage> of(MessageType type) {
        return switch (type) {
            case ADVICE_REQUEST -> adviceRequests().map(m -> m);
            case ADVICE_ACKNOWLEDGED -> adviceAcknowledgements().map(m -> m);
            case ADVICE_RETURN -> adviceReturns().map(m -> m);
            case ADVICE_REMINDER -> adviceReminders().map(m -> m);
            case ADVICE_WITHDRAWN -> adviceWithdrawals().map(m -> m);
            case PLAN_TRANSFER -> planTransfers().map(m -> m);
            case PLAN_COPY -> planCopies().map(m -> m);
            case PLAN_RECEIVED -> plansReceived().map(m -> m);
            case PLAN_ACCEPTED -> plansAccepted().map(m -> m);
            case PLAN_QUERIED -> plansQueried().map(m -> m);
            case PLAN_DECLINED -> plansDeclined().map(m -> m);
            case PLAN_RECALLED -> plansRecalled().map(m -> m);
            case COMMISSIONER_NOTIFICATION -> commissionerNotifications().map(m -> m);
            case COMMISSIONER_NOTED -> commissionersNoted().map(m -> m);
            case COMMISSIONER_NOT_RESPONSIBLE -> commissionersNotResponsible().map(m -> m);
            case PROVISION_NOT_PRACTICABLE -> provisionsNotPracticable().map(m -> m);
        };
    }

    public static Arbitrary<AdviceRequest> adviceRequests() {
        return Combinators.combine(
                        SyntheticEnvelopes.opening(),
                        SyntheticTexts.references().map(CaseReference::new),
                        Arbitraries.of(AdviceType.class),
                        SyntheticTexts.dates(FIRST, LAST),
                        Arbitraries.of(Question.class).set().ofMinSize(1),
                        SyntheticTexts.proses().injectNull(0.3))
                .as(AdviceRequest::new);
    }

    public static Arbitrary<AdviceAcknowledged> adviceAcknowledgements() {
        return withDate(AdviceAcknowledged::new);
    }

    public static Arbitrary<AdviceReturn> adviceReturns() {
        return Arbitraries.oneOf(
                adviceProvided(), adviceNothingKnown(), adviceDeclined(), adviceLate());
    }

    public static Arbitrary<AdviceReturn> adviceProvided() {
        return Combinators.combine(SyntheticEnvelopes.answering(), SyntheticAnswers.provided())
                .as(AdviceReturn::new)
                .filter(EhcMessages::saysSomething);
    }

    public static Arbitrary<AdviceReturn> adviceNothingKnown() {
        return Combinators.combine(SyntheticEnvelopes.answering(), SyntheticAnswers.nothingKnown())
                .as(AdviceReturn::new);
    }

    public static Arbitrary<AdviceReturn> adviceDeclined() {
        return Combinators.combine(SyntheticEnvelopes.answering(), SyntheticAnswers.declined())
                .as(AdviceReturn::new);
    }

    public static Arbitrary<AdviceReturn> adviceLate() {
        return Combinators.combine(SyntheticEnvelopes.answering(), SyntheticAnswers.late())
                .as(AdviceReturn::new);
    }

    public static Arbitrary<AdviceReminder> adviceReminders() {
        return Combinators.combine(SyntheticEnvelopes.answering(), SyntheticTexts.proses())
                .as(AdviceReminder::new);
    }

    public static Arbitrary<AdviceWithdrawn> adviceWithdrawals() {
        return Combinators.combine(SyntheticEnvelopes.answering(), SyntheticTexts.proses())
                .as(AdviceWithdrawn::new);
    }

    public static Arbitrary<PlanTransfer> planTransfers() {
        return Combinators.combine(
                        SyntheticEnvelopes.carryingAPlan(),
                        plans(EnumSet.allOf(Section.class)),
                        SyntheticTexts.dates("2026-01-01", "2026-12-31"),
                        SyntheticTexts.dates(FIRST, LAST),
                        SyntheticEnvelopes.organisations()
                                .list()
                                .ofSize(2)
                                .uniqueElements()
                                .map(two -> new Commissioners(two.getFirst(), two.getLast()))
                                .injectNull(0.3),
                        SyntheticTexts.dates(FIRST, LAST).injectNull(0.5),
                        Arbitraries.of(OpenRequests.class).injectNull(0.5))
                .as(
                        (envelope, plan, moved, aware, change, sendOn, open) ->
                                new PlanTransfer(
                                        envelope,
                                        appended(plan, envelope),
                                        moved,
                                        aware,
                                        change,
                                        sendOn,
                                        open));
    }

    /// The plan, its section K naming the message's documents.
    private static Plan appended(Plan plan, Envelope envelope) {
        return new Plan(
                plan.reference(),
                plan.madeOn(),
                plan.lastReviewedOn(),
                plan.sections(),
                envelope.documents().stream().map(d -> new Appendix(d.title(), d.id())).toList());
    }

    public static Arbitrary<PlanCopy> planCopies() {
        return Combinators.combine(
                        SyntheticEnvelopes.carryingAPlan(),
                        Arbitraries.of(PlanEvent.class),
                        Arbitraries.of(Section.class)
                                .set()
                                .ofMinSize(1)
                                .flatMap(EhcMessages::plans),
                        SyntheticTexts.references().map(CaseReference::new).injectNull(0.5))
                .as(PlanCopy::new);
    }

    public static Arbitrary<PlanReceived> plansReceived() {
        return Combinators.combine(SyntheticEnvelopes.answering(), SyntheticEnvelopes.hashes())
                .as(PlanReceived::new);
    }

    public static Arbitrary<PlanAccepted> plansAccepted() {
        return Combinators.combine(
                        SyntheticEnvelopes.answering(),
                        SyntheticTexts.lines(),
                        SyntheticTexts.dates(FIRST, LAST))
                .as(PlanAccepted::new);
    }

    public static Arbitrary<PlanQueried> plansQueried() {
        return Combinators.combine(SyntheticEnvelopes.answering(), SyntheticTexts.proses())
                .as(PlanQueried::new);
    }

    public static Arbitrary<PlanDeclined> plansDeclined() {
        return Combinators.combine(
                        SyntheticEnvelopes.answering(),
                        SyntheticTexts.proses(),
                        SyntheticEnvelopes.organisations().injectNull(0.5))
                .as(PlanDeclined::new);
    }

    public static Arbitrary<PlanRecalled> plansRecalled() {
        return Combinators.combine(SyntheticEnvelopes.answering(), SyntheticTexts.proses())
                .as(PlanRecalled::new);
    }

    public static Arbitrary<CommissionerNotification> commissionerNotifications() {
        return Combinators.combine(
                        SyntheticEnvelopes.opening(),
                        Arbitraries.of(NotificationCause.class),
                        SyntheticTexts.dates("2026-01-01", "2026-12-31"),
                        SyntheticTexts.dates(FIRST, LAST),
                        sections(EnumSet.of(Section.C, Section.G)),
                        SyntheticEnvelopes.organisations().list().ofSize(2).uniqueElements())
                .as(
                        (envelope, cause, moved, aware, sections, change) ->
                                new CommissionerNotification(
                                        envelope,
                                        cause,
                                        moved,
                                        aware,
                                        sections,
                                        new Authorities(change.getFirst(), change.getLast())));
    }

    public static Arbitrary<CommissionerNoted> commissionersNoted() {
        return withDate(CommissionerNoted::new);
    }

    public static Arbitrary<CommissionerNotResponsible> commissionersNotResponsible() {
        return Combinators.combine(
                        SyntheticEnvelopes.answering(),
                        SyntheticTexts.proses(),
                        SyntheticEnvelopes.organisations().injectNull(0.5))
                .as(CommissionerNotResponsible::new);
    }

    public static Arbitrary<ProvisionNotPracticable> provisionsNotPracticable() {
        return Combinators.combine(
                        SyntheticEnvelopes.answering(),
                        SyntheticTexts.proses(),
                        Arbitraries.of(FurtherRequest.class))
                .as(ProvisionNotPracticable::new);
    }

    private static <M> Arbitrary<M> withDate(Combinators.F2<Envelope, LocalDate, M> message) {
        return Combinators.combine(
                        SyntheticEnvelopes.answering(), SyntheticTexts.dates(FIRST, LAST))
                .as(message);
    }

    private static boolean saysSomething(AdviceReturn advice) {
        Answer.Provided provided = (Answer.Provided) advice.answer();
        return !provided.needs().isEmpty()
                || !provided.outcomes().isEmpty()
                || !provided.provision().isEmpty()
                || !advice.envelope().documents().isEmpty();
    }

    private static Arbitrary<Plan> plans(Set<Section> which) {
        return Combinators.combine(
                        SyntheticTexts.references(),
                        SyntheticTexts.dates("2023-01-01", "2024-06-30"),
                        SyntheticTexts.dates("2024-07-01", LAST).injectNull(0.5),
                        sections(which))
                .as(Plan::new);
    }

    private static Arbitrary<Map<Section, String>> sections(Set<Section> which) {
        List<Section> order = List.copyOf(which);
        return SyntheticTexts.proses()
                .list()
                .ofSize(order.size())
                .map(
                        texts ->
                                order.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Function.identity(),
                                                        s -> texts.get(order.indexOf(s)))));
    }
}
