package org.ehcexchange.canonical;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/// What every message carries, with organisations of the demo directory.
final class SyntheticEnvelopes {

    private SyntheticEnvelopes() {}

    static Arbitrary<Envelope> opening() {
        return envelopes(Arbitraries.just(true));
    }

    /// Opens a conversation and may name why a plan is disclosed.
    static Arbitrary<Envelope> carryingAPlan() {
        return Combinators.combine(opening(), disclosures().injectNull(0.4))
                .as(SyntheticEnvelopes::disclosing);
    }

    static Arbitrary<Envelope> answering() {
        return envelopes(Arbitraries.just(false));
    }

    static Arbitrary<OrganisationCode> organisations() {
        return Arbitraries.of(
                        "LA:998",
                        "LA:999",
                        "ODS:QN1",
                        "ODS:QS1",
                        "ODS:RN1",
                        "URN:900001",
                        "UKPRN:10000001",
                        "SVC:northshire-eps",
                        "SVC:northshire-csc")
                .map(OrganisationCode::new);
    }

    static Arbitrary<String> hashes() {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(64);
    }

    private static Arbitrary<Envelope> envelopes(Arbitrary<Boolean> opening) {
        return Combinators.combine(
                        ids().list().ofSize(3).uniqueElements(),
                        organisations().list().ofSize(2).uniqueElements(),
                        moments(),
                        grounds().injectNull(0.1),
                        SyntheticChildren.children(),
                        documents().list().ofMaxSize(3).uniqueElements(DocumentReference::id),
                        opening)
                .as(SyntheticEnvelopes::envelope);
    }

    private static Envelope envelope(
            List<UUID> ids,
            List<OrganisationCode> organisations,
            OffsetDateTime sentAt,
            Ground ground,
            Child child,
            List<DocumentReference> documents,
            boolean opening) {
        return new Envelope(
                new MessageId(ids.get(0)),
                new ConversationId(ids.get(1)),
                opening ? null : new MessageId(ids.get(2)),
                organisations.get(0),
                organisations.get(1),
                sentAt,
                ground,
                child,
                documents);
    }

    private static Arbitrary<UUID> ids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    private static Arbitrary<OffsetDateTime> moments() {
        return Combinators.combine(
                        SyntheticTexts.dates("2026-01-02", "2027-06-30"),
                        Arbitraries.integers().between(0, 86_399),
                        Arbitraries.of(0, 0, 120_000_000, 123_456_789),
                        Arbitraries.of(ZoneOffset.UTC, ZoneOffset.ofHours(1)))
                .as(
                        (day, second, nano, offset) ->
                                day.atStartOfDay()
                                        .plusSeconds(second)
                                        .plusNanos(nano)
                                        .atOffset(offset));
    }

    private static Arbitrary<Ground> grounds() {
        return Combinators.combine(
                        Arbitraries.of(Purpose.class).injectNull(0.1),
                        Arbitraries.of(
                                        "SEND Regulations 2014, reg. 6(1)(c)",
                                        "SEND Regulations 2014, reg. 15(2)",
                                        "Children and Families Act 2014, s.31")
                                .injectNull(0.1),
                        consents().injectNull(0.6))
                .as(Ground::new);
    }

    private static Envelope disclosing(Envelope e, @Nullable PlanDisclosure disclosure) {
        Ground ground = e.ground();
        return ground == null
                ? e
                : new Envelope(
                        e.messageId(),
                        e.conversationId(),
                        e.inReplyTo(),
                        e.from(),
                        e.to(),
                        e.sentAt(),
                        new Ground(
                                ground.purpose(), ground.provision(), ground.consent(), disclosure),
                        e.child(),
                        e.documents());
    }

    private static Arbitrary<PlanDisclosure> disclosures() {
        return Combinators.combine(
                        Arbitraries.of(DisclosureKind.class),
                        SyntheticTexts.proses().injectNull(0.3))
                .as(PlanDisclosure::new);
    }

    private static Arbitrary<Consent> consents() {
        return Combinators.combine(
                        Arbitraries.of(ConsentGiver.class),
                        SyntheticTexts.dates("2024-01-01", "2025-06-30"),
                        SyntheticTexts.proses(),
                        SyntheticTexts.dates("2025-07-01", "2026-06-30").injectNull(0.7))
                .as(Consent::new);
    }

    private static Arbitrary<DocumentReference> documents() {
        return Combinators.combine(
                        ids(),
                        SyntheticTexts.lines(),
                        Arbitraries.of(
                                "application/pdf",
                                "image/png",
                                "image/jpeg",
                                "application/vnd.openxmlformats-officedocument.wordprocessingml"
                                        + ".document"),
                        Arbitraries.longs().between(1, 200_000_000),
                        hashes(),
                        Arbitraries.of(Confidentiality.class).injectNull(0.4))
                .as(DocumentReference::new);
    }
}
