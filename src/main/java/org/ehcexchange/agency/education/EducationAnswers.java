package org.ehcexchange.agency.education;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival.Fault;
import org.ehcexchange.ledger.Receipt;
import org.ehcexchange.mapping.Xml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The exchange's own answers in XML, as `ehc-answer.xsd` describes them.
final class EducationAnswers {

    private EducationAnswers() {}

    static byte[] receipt(Receipt receipt) {
        var fields = root();
        fields.put("MessageID", receipt.messageId().toString());
        fields.put("ConversationID", receipt.conversationId().toString());
        fields.put("AcceptedAt", receipt.acceptedAt().toString());
        fields.put("SHA256", receipt.sha256());
        fields.put("Status", receipt.status());
        if (receipt.note() != null) {
            fields.put("Note", receipt.note());
        }
        fields.put("Due", receipt.due().stream().map(EducationAnswers::due).toList());
        fields.put("Delivery", receipt.deliveries().stream().map(EducationAnswers::to).toList());
        return Xml.write(Map.of("Receipt", fields));
    }

    static byte[] fault(Fault fault, List<Violation> violations) {
        var fields = root();
        fields.put("Kind", fault.name());
        fields.put("Violation", violations.stream().map(EducationAnswers::violation).toList());
        return Xml.write(Map.of("Fault", fields));
    }

    private static Map<String, Object> root() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("@xmlns", "urn:ehc-exchange:education:answer:1");
        return fields;
    }

    private static Map<String, Object> due(Receipt.Due due) {
        return fields(
                "Rule", due.rule(),
                "Provision", due.provision(),
                "DueDate", due.dueOn().toString(),
                "Basis", due.basis());
    }

    private static Map<String, Object> to(Receipt.Delivery delivery) {
        return fields("Dest", delivery.to().value(), "Status", delivery.status());
    }

    private static Map<String, Object> violation(Violation violation) {
        return fields(
                "Place", violation.pointer(),
                "Problem", violation.problem(),
                "Remedy", violation.remedy());
    }

    private static Map<String, Object> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
