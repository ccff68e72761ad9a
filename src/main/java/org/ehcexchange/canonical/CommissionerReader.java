package org.ehcexchange.canonical;

import java.util.EnumSet;
import java.util.Map;

/// Reads the messages between health commissioners (CCG/ICB) when the responsible one changes.
final class CommissionerReader {

    /// Health needs and health provision are all that a new commissioner is told (SEND Regulations
    /// 2014, reg. 16).
    private static final Kind<Map<Section, String>> HEALTH_SECTIONS =
            PlanReader.sections(EnumSet.of(Section.C, Section.G));

    private static final Kind<Authorities> AUTHORITIES =
            Kind.object(CommissionerReader::authorities);

    private CommissionerReader() {}

    static CommissionerNotification notification(Fields fields, Envelope envelope) {
        CommissionerNotification notification =
                new CommissionerNotification(
                        envelope,
                        fields.required("cause", Kinds.code(NotificationCause.class)),
                        fields.required("movedOn", Kinds.DATE),
                        fields.required("awareOn", Kinds.DATE),
                        fields.required("sections", HEALTH_SECTIONS),
                        fields.required("authorities", AUTHORITIES));
        Rules.happened(fields, "awareOn", notification.awareOn(), envelope);
        moveIsBetweenTwo(fields, notification);
        return notification;
    }

    private static void moveIsBetweenTwo(Fields fields, CommissionerNotification notification) {
        Authorities authorities = notification.authorities();
        if (notification.cause() == NotificationCause.MOVE_BETWEEN_AUTHORITIES
                && fields.sound("cause", "authorities")
                && authorities.old().equals(authorities.successor())) {
            fields.at("authorities/new")
                    .note(
                            "The old and the new authority are the same.",
                            "Name the authority the child moved to, or send the cause other.");
        }
    }

    static CommissionerNoted noted(Fields fields, Envelope envelope) {
        CommissionerNoted noted =
                new CommissionerNoted(envelope, fields.required("notedOn", Kinds.DATE));
        Rules.happened(fields, "notedOn", noted.notedOn(), envelope);
        return noted;
    }

    static CommissionerNotResponsible notResponsible(Fields fields, Envelope envelope) {
        return new CommissionerNotResponsible(
                envelope,
                fields.required("reason", Texts.STATEMENT),
                fields.optional("responsible", Kinds.ORGANISATION));
    }

    static ProvisionNotPracticable notPracticable(Fields fields, Envelope envelope) {
        return new ProvisionNotPracticable(
                envelope,
                fields.required("reason", Texts.STATEMENT),
                fields.required("requests", Kinds.code(FurtherRequest.class)));
    }

    private static Authorities authorities(Fields fields) {
        return new Authorities(
                fields.required("old", Kinds.ORGANISATION),
                fields.required("new", Kinds.ORGANISATION));
    }
}
