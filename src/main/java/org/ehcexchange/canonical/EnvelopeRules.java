package org.ehcexchange.canonical;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What must hold between the fields that every message carries.
final class EnvelopeRules {

    private EnvelopeRules() {}

    static void check(Fields fields, Envelope envelope) {
        goesToAnother(fields, envelope);
        answersAnother(fields, envelope);
        isAboutSomebodyYoung(fields, envelope);
        consentCameFirst(fields, envelope);
        namesEachDocumentOnce(fields, envelope.documents());
    }

    static void isAnAnswer(Fields fields) {
        if (!fields.has("inReplyTo")) {
            fields.at("inReplyTo")
                    .note(
                            "The field inReplyTo is missing.",
                            "Send the messageId of the message that this one answers.");
        }
    }

    private static void goesToAnother(Fields fields, Envelope envelope) {
        if (fields.sound("from", "to") && envelope.from().equals(envelope.to())) {
            fields.at("to")
                    .note(
                            "The message is sent to its own sender.",
                            "Name the organisation that is to receive it.");
        }
    }

    private static void answersAnother(Fields fields, Envelope envelope) {
        if (fields.sound("messageId", "inReplyTo")
                && envelope.messageId().equals(envelope.inReplyTo())) {
            fields.at("inReplyTo")
                    .note(
                            "The message answers itself.",
                            "Send the messageId of the message that this one answers.");
        }
    }

    private static void isAboutSomebodyYoung(Fields fields, Envelope envelope) {
        String path = "child/dateOfBirth";
        Rules.happened(fields, path, envelope.child().dateOfBirth(), envelope);
        if (fields.sound("sentAt", path) && envelope.child().isTooOldOn(envelope.sentOn())) {
            fields.at(path)
                    .note(
                            "dateOfBirth is 26 years or more before the message was sent.",
                            "Correct the date: a plan ends before a person is 26.");
        }
    }

    private static void consentCameFirst(Fields fields, Envelope envelope) {
        Ground ground = envelope.ground();
        Consent consent = ground == null ? null : ground.consent();
        if (consent != null) {
            Rules.happened(fields, "ground/consent/givenOn", consent.givenOn(), envelope);
        }
    }

    private static void namesEachDocumentOnce(Fields fields, List<DocumentReference> documents) {
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < documents.size(); i++) {
            String path = "documents/" + i + "/id";
            if (fields.sound(path) && !seen.add(documents.get(i).id())) {
                fields.at(path).note("This document is named twice.", "Name each document once.");
            }
        }
    }
}
