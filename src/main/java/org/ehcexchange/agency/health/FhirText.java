package org.ehcexchange.agency.health;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;

import org.ehcexchange.directory.Channel.WireFormat;
import org.ehcexchange.ledger.Arrival.Fault;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Reads and writes FHIR R4 as text, JSON and XML, strictly.
@Component
final class FhirText {

    private final FhirContext context;
    private final JsonTree json;
    private final XmlCheck xml;

    FhirText(FhirContext context, HealthSettings settings) {
        this.context = context;
        this.json = new JsonTree(settings.maxDepth(), (int) settings.maxMessageSize().toBytes());
        this.xml = new XmlCheck(settings.maxDepth());
    }

    /// Reads a Bundle and tells everything that is not FHIR R4 in it.
    Parsed read(byte[] bytes, WireFormat format) {
        Findings findings = new Findings();
        return switch (format) {
            case JSON -> readJson(bytes, findings);
            case XML -> readXml(bytes, findings);
        };
    }

    private Parsed readJson(byte[] bytes, Findings findings) {
        Map<String, Object> tree = json.read(bytes, findings);
        if (findings.none()) {
            checkTypes(tree, findings);
        }
        if (!findings.none()) {
            return new Parsed.Unreadable(findings);
        }
        ParseFaults faults = new ParseFaults(findings, tree);
        return parse(bytes, context.newJsonParser(), faults, findings) instanceof Bundle bundle
                ? new Parsed.Message(bundle, tree)
                : new Parsed.Unreadable(findings);
    }

    private Parsed readXml(byte[] bytes, Findings findings) {
        xml.check(bytes, findings);
        if (!findings.none()) {
            return new Parsed.Unreadable(findings);
        }
        ParseFaults faults = new ParseFaults(findings, Map.of());
        return parse(bytes, context.newXmlParser(), faults, findings) instanceof Bundle bundle
                ? new Parsed.Message(bundle, tree(bundle))
                : new Parsed.Unreadable(findings);
    }

    /// The Bundle, or anything else when something was found.
    private static Object parse(
            byte[] bytes, IParser parser, ParseFaults faults, Findings findings) {
        parser.setParserErrorHandler(faults);
        try {
            IBaseResource resource =
                    parser.parseResource(new String(bytes, StandardCharsets.UTF_8));
            FhirVersions.tell(faults.unknownElements(), findings);
            if (!(resource instanceof Bundle)) {
                notABundle(findings);
            }
            return findings.none() ? resource : findings;
        } catch (DataFormatException | IllegalArgumentException | ClassCastException e) {
            findings.add(
                    Fault.MALFORMED,
                    "Bundle",
                    "The body is not a FHIR R4 Bundle.",
                    "Send a Bundle of type message whose resources are all of FHIR R4 (4.0.1).");
            return findings;
        }
    }

    private static void notABundle(Findings findings) {
        findings.add(
                Fault.MALFORMED,
                "$this",
                "The resource is not a Bundle.",
                "Send a Bundle of type message.");
    }

    /// The parser stops at the first type it does not know; this tells all of them.
    private void checkTypes(Map<String, Object> tree, Findings findings) {
        if (!"Bundle".equals(tree.get("resourceType"))) {
            notABundle(findings);
        }
        Set<String> unknown = new LinkedHashSet<>();
        Trees.walk(
                tree,
                (path, key, node) -> {
                    if (key.equals("resourceType")
                            && node instanceof String type
                            && !context.getResourceTypes().contains(type)) {
                        unknown.add(type);
                        findings.add(
                                path,
                                "FHIR R4 has no such resource type.",
                                "Send only resources of FHIR R4 (4.0.1).");
                    }
                });
        FhirVersions.tell(unknown, findings);
    }

    /// A resource as maps and lists, in FHIR's JSON shape.
    Map<String, Object> tree(IBaseResource resource) {
        return json.readOwn(context.newJsonParser().encodeResourceToString(resource));
    }

    /// A tree as a Bundle; a fault in it is ours.
    ///
    /// @throws DataFormatException when it is not strictly FHIR R4
    Bundle bundle(Map<String, Object> tree) {
        IParser parser = context.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        return parser.parseResource(Bundle.class, json.write(tree));
    }

    byte[] write(IBaseResource resource, WireFormat format) {
        return parser(format).encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }

    /// As XML for people to read, indented.
    String laidOut(IBaseResource resource) {
        return context.newXmlParser().setPrettyPrint(true).encodeResourceToString(resource);
    }

    /// Whether a partner's answer, in whichever format, has an issue of code `duplicate`.
    boolean saysDuplicate(byte[] answer) {
        String text = new String(answer, StandardCharsets.UTF_8);
        IParser parser =
                text.stripLeading().startsWith("<")
                        ? context.newXmlParser()
                        : context.newJsonParser();
        try {
            return parser.parseResource(text) instanceof OperationOutcome outcome
                    && outcome.getIssue().stream()
                            .anyMatch(issue -> issue.getCode() == IssueType.DUPLICATE);
        } catch (DataFormatException e) {
            return false;
        }
    }

    private IParser parser(WireFormat format) {
        return switch (format) {
            case JSON -> context.newJsonParser();
            case XML -> context.newXmlParser();
        };
    }
}
