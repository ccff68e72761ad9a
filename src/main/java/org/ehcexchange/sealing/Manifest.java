package org.ehcexchange.sealing;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Kind;
import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.canonical.Section;
import org.ehcexchange.sealing.Flaw.Fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every part of a sealed message: the message itself, each section of a plan, each document.
public record Manifest(List<Part> parts) {

    /// Far more than a plan has, so that a manifest cannot be all that there is.
    private static final int MOST = 2000;

    private static final Kind<List<Part>> PARTS = Kind.list(Kind.object(Part::read), 1, MOST);

    public Manifest {
        parts = List.copyOf(parts);
    }

    /// What a message's manifest must say.
    ///
    /// @param canonical the message as the text that is sent
    public static Manifest of(EhcMessage message, String canonical) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(Part.MESSAGE, canonical));
        sections(message)
                .forEach((letter, text) -> parts.add(Part.of(Part.SECTION + letter, text)));
        message.envelope().documents().forEach(document -> parts.add(part(document)));
        return new Manifest(parts);
    }

    private static Map<Section, String> sections(EhcMessage message) {
        return switch (message) {
            case PlanTransfer transfer -> transfer.plan().sections();
            case PlanCopy copy -> copy.plan().sections();
            default -> Map.of(); // No other message carries a plan.
        };
    }

    private static Part part(DocumentReference document) {
        return new Part(
                Part.DOCUMENT + document.id(),
                document.size(),
                document.sha256(),
                document.mediaType());
    }

    public List<Part> documents() {
        return parts.stream().filter(Part::isDocument).toList();
    }

    List<Map<String, Object>> tree() {
        return parts.stream().map(Part::tree).toList();
    }

    static Manifest read(Fields fields) {
        return new Manifest(fields.required("parts", PARTS));
    }

    /// Where this manifest and the true one differ: each part missing, foreign, named twice or told
    /// wrong.
    List<Flaw> differences(Manifest real, String pointer) {
        List<Flaw> flaws = new ArrayList<>();
        Map<String, Part> open = new LinkedHashMap<>();
        real.parts.forEach(part -> open.put(part.name(), part));
        for (int i = 0; i < parts.size(); i++) {
            Part said = parts.get(i);
            Part is = open.remove(said.name());
            String at = pointer + "/" + i;
            flaws.addAll(is == null ? List.of(foreign(said, at)) : is.differences(said, at));
        }
        open.keySet().forEach(name -> flaws.add(missing(name, pointer)));
        return flaws;
    }

    private static Flaw foreign(Part part, String pointer) {
        return Flaw.of(
                Fault.MANIFEST,
                pointer,
                "The manifest names a part '%s' that the message does not have, or names it twice."
                        .formatted(part.name()),
                "Name each part of the message once, and nothing else.");
    }

    private static Flaw missing(String name, String pointer) {
        return Flaw.of(
                Fault.MANIFEST,
                pointer,
                "The manifest does not name part '%s', which the message has.".formatted(name),
                "Name each part of the message once.");
    }
}
