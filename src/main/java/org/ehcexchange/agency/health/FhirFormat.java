package org.ehcexchange.agency.health;

import ca.uhn.fhir.parser.DataFormatException;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Channel.WireFormat;
import org.ehcexchange.mapping.Format;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.PlainJson;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// FHIR R4 messages for trying their mappings: read strictly, and held against the door's rules.
final class FhirFormat implements Format {

    private final WireFormat format;
    private final FhirText fhir;
    private final EdgeRules rules;
    private final FhirFacts facts;

    FhirFormat(WireFormat format, FhirText fhir, EdgeRules rules, FhirFacts facts) {
        this.format = format;
        this.fhir = fhir;
        this.rules = rules;
        this.facts = facts;
    }

    @Override
    public String code() {
        return "fhir-" + format.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String name() {
        return "FHIR R4 " + format.name();
    }

    @Override
    public String agency() {
        return "health";
    }

    @Override
    public Read read(byte[] bytes) {
        return switch (fhir.read(bytes, format)) {
            case Parsed.Unreadable(Findings found) -> new Read.Not(found.violations());
            case Parsed.Message message -> {
                Findings findings = new Findings();
                rules.checkAlone(facts.received(message), findings);
                yield new Read.Tree(message.tree(), findings.violations());
            }
        };
    }

    @Override
    public Written write(Map<String, Object> tree) {
        try {
            var bundle = fhir.bundle(tree);
            return new Written.Text(
                    switch (format) {
                        case JSON -> PlainJson.print(tree);
                        case XML -> fhir.laidOut(bundle);
                    });
        } catch (DataFormatException e) {
            // The parser's words may repeat a value of the message.
            return new Written.Not(
                    List.of(
                            new Violation(
                                    "Bundle",
                                    "What the mapping made is not strictly FHIR R4.",
                                    "Mend the mapping.")));
        }
    }

    @Override
    public boolean comesIn(String message) {
        return MessageKind.ALL.stream().anyMatch(kind -> kind.type().code().equals(message));
    }

    @Override
    public Map<String, Object> context(Direction direction, Map<String, Object> source) {
        return switch (direction) {
            case TO -> facts.ofCanonical(source);
            case FROM -> facts.ofMessage(new Parsed.Message(fhir.bundle(source), source));
        };
    }

    @Override
    public List<Violation> ofTree(List<Violation> violations) {
        return FhirPaths.ofBundle(violations);
    }

    @Override
    public List<Violation> ofCanonical(List<Violation> violations) {
        return FhirPaths.ofCanonical(violations);
    }
}
