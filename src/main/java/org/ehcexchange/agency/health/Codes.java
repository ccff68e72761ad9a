package org.ehcexchange.agency.health;

import org.ehcexchange.agency.health.MessageKind.Told;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/// Takes codes out of resources, by their system.
final class Codes {

    private Codes() {}

    /// Empty when there is none of that system.
    static String of(CodeableConcept concept, String system) {
        return concept.getCoding().stream()
                .filter(coding -> system.equals(coding.getSystem()) && coding.hasCode())
                .map(Coding::getCode)
                .findFirst()
                .orElse("");
    }

    static Told told(MessageHeader header, @Nullable Task task) {
        return new Told(
                event(header),
                definition(header),
                of(header.getReason(), Names.REASONS),
                task == null ? "" : state(task));
    }

    private static String event(MessageHeader header) {
        if (!header.hasEventCoding()) {
            return "";
        }
        String code = String.valueOf(header.getEventCoding().getCode());
        String system = MessageKind.isOwnEvent(code) ? Names.OWN_EVENTS : Names.EVENTS;
        return system.equals(header.getEventCoding().getSystem()) ? code : "";
    }

    private static String definition(MessageHeader header) {
        String definition = header.hasDefinition() ? header.getDefinition() : "";
        return definition.startsWith(Names.DEFINITION)
                ? definition.substring(Names.DEFINITION.length())
                : "";
    }

    /// `status` or `status/businessStatus`.
    static String state(Task task) {
        String status = task.hasStatus() ? task.getStatus().toCode() : "";
        String business = of(task.getBusinessStatus(), Names.BUSINESS_STATUS);
        return business.isEmpty() ? status : status + "/" + business;
    }
}
