package org.ehcexchange.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One message of the trust while it is written: the full current Task in a new Bundle.
final class TrustAnswer {

    private static final String BASE = "https://fhir.ehc-exchange.example/CodeSystem/";

    private final String id = UUID.randomUUID().toString();
    private final TrustMessage request;
    private final String at;
    private final ObjectNode task;
    private final List<ObjectNode> attached = new ArrayList<>();

    TrustAnswer(TrustMessage request, int version, String at) {
        this.request = request;
        this.at = at;
        this.task = request.entry("Task").deepCopy();
        resource().withObject("/meta").put("versionId", Integer.toString(version));
        resource().put("lastModified", at);
    }

    String id() {
        return id;
    }

    TrustAnswer state(String status, String code, String display) {
        resource().put("status", status);
        resource().set("businessStatus", concept("business-status", code, display, ""));
        return this;
    }

    TrustAnswer because(String system, String code, String display, String text) {
        resource().set("statusReason", concept(system, code, display, text));
        return this;
    }

    TrustAnswer note(String text) {
        notes().addObject().put("text", text);
        return this;
    }

    TrustAnswer output(String code, String display, LocalDate value) {
        output(code, display).put("valueDate", value.toString());
        return this;
    }

    TrustAnswer output(String code, String display, String value) {
        output(code, display).put("valueString", value);
        return this;
    }

    TrustAnswer since(String code, String display, LocalDate start) {
        output(code, display).putObject("valuePeriod").put("start", start.toString());
        return this;
    }

    /// The structured advice and the report, with its bytes beside it.
    TrustAnswer advice(Report report) {
        Map<String, String> values =
                Map.of(
                        "service-request", request.fullUrl("ServiceRequest"),
                        "patient", request.fullUrl("Patient"),
                        "author", request.receiver(),
                        "at", at);
        String advice = attach("fhir/advice.json", values);
        String bytes =
                attach("fhir/binary.json", Map.of("data", TrustReport.base64(report.bytes())));
        String document = attach("fhir/report.json", TrustReport.values(report, bytes, values));
        output("advice", "Advice (structured)")
                .putObject("valueReference")
                .put("reference", advice);
        output("report", "Report (document)")
                .putObject("valueReference")
                .put("reference", document);
        return this;
    }

    ObjectNode bundle(String definition, String reason) {
        ObjectNode bundle =
                Wire.tree(
                        Texts.json(
                                "fhir/bundle.json",
                                Map.of(
                                        "id", id,
                                        "at", at,
                                        "header-url", urn(),
                                        "definition", definition,
                                        "reason", reason,
                                        "sender", request.receiver(),
                                        "receiver", request.sender(),
                                        "task", request.fullUrl("Task"),
                                        "answers", request.id())));
        ArrayNode entries = (ArrayNode) bundle.path("entry");
        entries.add(task);
        attached.forEach(entries::add);
        request.repeated().forEach(entries::add);
        return bundle;
    }

    private String attach(String text, Map<String, String> values) {
        ObjectNode entry = Wire.tree("{}");
        String url = urn();
        entry.put("fullUrl", url);
        entry.set("resource", Wire.tree(Texts.json(text, values)));
        attached.add(entry);
        return url;
    }

    private ObjectNode output(String code, String display) {
        ObjectNode output = outputs().addObject();
        output.set("type", concept("io-type", code, display, ""));
        return output;
    }

    private ArrayNode outputs() {
        return resource().withArray("/output");
    }

    private ArrayNode notes() {
        return resource().withArray("/note");
    }

    private ObjectNode resource() {
        return (ObjectNode) task.path("resource");
    }

    private static ObjectNode concept(String system, String code, String display, String text) {
        ObjectNode concept = Wire.tree("{}");
        concept.putArray("coding")
                .addObject()
                .put("system", BASE + system)
                .put("code", code)
                .put("display", display);
        if (!text.isEmpty()) {
            concept.put("text", text);
        }
        return concept;
    }

    private static String urn() {
        return "urn:uuid:" + UUID.randomUUID();
    }
}
