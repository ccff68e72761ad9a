package org.ehcexchange.canonical;

import java.util.UUID;

/// Reads what every message carries.
final class EnvelopeReader {

    private static final Kind<Ground> GROUND = Kind.object(EnvelopeReader::ground);
    private static final Kind<Ground> PLAN_GROUND = Kind.object(EnvelopeReader::planGround);
    private static final Kind<PlanDisclosure> DISCLOSURE = Kind.object(EnvelopeReader::disclosure);
    private static final Kind<Consent> CONSENT = Kind.object(EnvelopeReader::consent);
    private static final Kind<DocumentReference> DOCUMENT = Kind.object(EnvelopeReader::document);

    private EnvelopeReader() {}

    /// @param discloses it may name why a plan is disclosed
    static Envelope read(Fields fields, boolean discloses) {
        UUID inReplyTo = fields.optional("inReplyTo", Kinds.UNIQUE_ID);
        Envelope envelope =
                new Envelope(
                        new MessageId(fields.required("messageId", Kinds.UNIQUE_ID)),
                        new ConversationId(fields.required("conversationId", Kinds.UNIQUE_ID)),
                        inReplyTo == null ? null : new MessageId(inReplyTo),
                        fields.required("from", Kinds.ORGANISATION),
                        fields.required("to", Kinds.ORGANISATION),
                        fields.required("sentAt", Kinds.MOMENT),
                        fields.optional("ground", discloses ? PLAN_GROUND : GROUND),
                        fields.required("child", Kinds.CHILD),
                        fields.list("documents", DOCUMENT, 50));
        EnvelopeRules.check(fields, envelope);
        return envelope;
    }

    private static Ground ground(Fields fields) {
        return new Ground(
                fields.optional("purpose", Kinds.code(Purpose.class)),
                fields.optional("provision", Texts.TITLE),
                fields.optional("consent", CONSENT));
    }

    private static Ground planGround(Fields fields) {
        Ground ground = ground(fields);
        return new Ground(
                ground.purpose(),
                ground.provision(),
                ground.consent(),
                fields.optional("disclosure", DISCLOSURE));
    }

    private static PlanDisclosure disclosure(Fields fields) {
        return new PlanDisclosure(
                fields.required("kind", Kinds.code(DisclosureKind.class)),
                fields.optional("reference", Texts.STATEMENT));
    }

    private static Consent consent(Fields fields) {
        Consent consent =
                new Consent(
                        fields.required("givenBy", Kinds.code(ConsentGiver.class)),
                        fields.required("givenOn", Kinds.DATE),
                        fields.required("scope", Texts.STATEMENT),
                        fields.optional("withdrawnOn", Kinds.DATE));
        Rules.inOrder(fields, "givenOn", consent.givenOn(), "withdrawnOn", consent.withdrawnOn());
        return consent;
    }

    private static DocumentReference document(Fields fields) {
        return new DocumentReference(
                fields.required("id", Kinds.UNIQUE_ID),
                fields.required("title", Texts.DOCUMENT_TITLE),
                fields.required("mediaType", Texts.MEDIA_TYPE),
                fields.required("size", Kinds.SIZE),
                fields.required("sha256", Texts.SHA_256),
                fields.optional("confidentiality", Kinds.code(Confidentiality.class)));
    }
}
