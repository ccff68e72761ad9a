package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.time.format.DateTimeFormatter;

/// Writes what every message carries, in the published order.
final class EnvelopeWriter {

    private EnvelopeWriter() {}

    static Branch write(EhcMessage message) {
        Envelope envelope = message.envelope();
        return new Branch()
                .put("type", message.type())
                .put("version", CanonicalWriter.VERSION)
                .put("messageId", envelope.messageId())
                .put("conversationId", envelope.conversationId())
                .put("inReplyTo", envelope.inReplyTo())
                .put("from", envelope.from())
                .put("to", envelope.to())
                .put("sentAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(envelope.sentAt()))
                .put("ground", ground(envelope.ground()))
                .put("child", child(envelope.child()));
    }

    static Branch documents(Branch message, Envelope envelope) {
        return message.putAll(
                "documents", envelope.documents(), document -> document(document).tree());
    }

    private static @Nullable Branch ground(@Nullable Ground ground) {
        if (ground == null) {
            return null;
        }
        return new Branch()
                .put("purpose", ground.purpose())
                .put("provision", ground.provision())
                .put("consent", consent(ground.consent()))
                .put("disclosure", disclosure(ground.disclosure()));
    }

    private static @Nullable Branch disclosure(@Nullable PlanDisclosure disclosure) {
        return disclosure == null
                ? null
                : new Branch()
                        .put("kind", disclosure.kind())
                        .put("reference", disclosure.reference());
    }

    private static @Nullable Branch consent(@Nullable Consent consent) {
        if (consent == null) {
            return null;
        }
        return new Branch()
                .put("givenBy", consent.givenBy())
                .put("givenOn", consent.givenOn())
                .put("scope", consent.scope())
                .put("withdrawnOn", consent.withdrawnOn());
    }

    private static Branch child(Child child) {
        NhsNumber nhsNumber = child.nhsNumber();
        Upn upn = child.upn();
        return new Branch()
                .put("reference", child.reference())
                .put("nhsNumber", nhsNumber == null ? null : nhsNumber.value())
                .put("upn", upn == null ? null : upn.value())
                .put("familyName", child.familyName())
                .putAll("givenNames", child.givenNames(), name -> name)
                .put("dateOfBirth", child.dateOfBirth())
                .put("sex", child.sex())
                .put("postcode", child.postcode())
                .put("protected", child.protectedRecord() ? true : null);
    }

    private static Branch document(DocumentReference document) {
        return new Branch()
                .put("id", document.id())
                .put("title", document.title())
                .put("mediaType", document.mediaType())
                .put("size", document.size())
                .put("sha256", document.sha256())
                .put("confidentiality", document.confidentiality());
    }
}
