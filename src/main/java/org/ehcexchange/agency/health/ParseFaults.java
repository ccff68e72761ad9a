package org.ehcexchange.agency.health;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Takes down every fault that the parser finds, in words that repeat no value.
///
/// The library's own strict handler stops at the first fault and quotes the value it found.
final class ParseFaults implements IParserErrorHandler {

    private final Findings findings;
    private final Map<String, Object> tree;
    private final Set<String> elements = new LinkedHashSet<>();

    /// @param tree the same message as a tree, to say where a fault is; empty for XML
    ParseFaults(Findings findings, Map<String, Object> tree) {
        this.findings = findings;
        this.tree = tree;
    }

    /// The names that FHIR R4 does not have where they stood.
    Set<String> unknownElements() {
        return elements;
    }

    @Override
    public void containedResourceWithNoId(@Nullable IParseLocation location) {
        findings.add(
                parent(location), "A contained resource has no id.", "Give it an id, or drop it.");
    }

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation location,
            String element,
            ValueType expected,
            @Nullable ScalarType expectedScalar,
            ValueType found,
            @Nullable ScalarType foundScalar) {
        findings.add(
                key(element, location),
                "\"" + element + "\" has the wrong JSON type.",
                "Write it as FHIR R4 defines it.");
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, String value, String error) {
        findings.add(
                Trees.pathOfValue(tree, value).orElseGet(() -> parent(location)),
                "The value here is not one that FHIR R4 allows.",
                "Check its format: dates as YYYY-MM-DD, instants with seconds and an offset, codes"
                        + " from the required list, nothing empty.");
    }

    @Override
    public void missingRequiredElement(@Nullable IParseLocation location, String element) {
        findings.add(
                parent(location),
                "\"" + element + "\" is required here.",
                "Add \"" + element + "\".");
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation location, String element) {
        findings.add(
                key(element, location),
                "\"" + element + "\" repeats, but FHIR R4 allows one.",
                "Send one.");
    }

    @Override
    public void unknownAttribute(@Nullable IParseLocation location, String attribute) {
        unknown(location, attribute);
    }

    @Override
    public void unknownElement(@Nullable IParseLocation location, String element) {
        unknown(location, element);
    }

    private void unknown(@Nullable IParseLocation location, String name) {
        elements.add(name);
        findings.add(
                key(name, location),
                "FHIR R4 has no \"" + name + "\" here.",
                "Leave it out, or put it where R4 has it.");
    }

    @Override
    public void unknownReference(@Nullable IParseLocation location, String reference) {
        findings.add(
                parent(location),
                "A reference points to nothing in this Bundle.",
                "Add the resource, or drop the reference.");
    }

    @Override
    public void invalidInternalReference(@Nullable IParseLocation location, String reference) {
        unknownReference(location, reference);
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation location) {
        findings.add(
                parent(location),
                "An extension has both a value and extensions of its own.",
                "Send one or the other.");
    }

    private String key(String name, @Nullable IParseLocation location) {
        return Trees.pathOfKey(tree, name).orElseGet(() -> parent(location));
    }

    private String parent(@Nullable IParseLocation location) {
        String parent = location == null ? null : location.getParentElementName();
        return parent == null ? "Bundle" : Trees.pathOfKey(tree, parent).orElse(parent);
    }
}
