package org.ehcexchange.sealing;

import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Kind;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.Texts;
import org.ehcexchange.sealing.Flaw.Fault;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One thing that a sealed message carries, by its bytes.
///
/// @param name `message`, `plan.sections.A` and so on, or `document:` and the document's id
/// @param size in bytes
/// @param mediaType of a document; absent for text
public record Part(String name, long size, String sha256, @Nullable String mediaType) {

    public static final String MESSAGE = "message";
    public static final String SECTION = "plan.sections.";
    public static final String DOCUMENT = "document:";

    private static final Kind<String> PART_NAME =
            Reader.formed(
                    Pattern.compile(
                            "message|plan\\.sections\\.(A|B|C|D|E|F|G|H1|H2|I|J|K)"
                                    + "|document:[0-9a-f-]{36}"),
                    "This is not a part's name.",
                    "Use message, plan.sections. and a letter, or document: and its id.");

    static Part of(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Part(name, bytes.length, Hash.of(bytes), null);
    }

    public boolean isDocument() {
        return name.startsWith(DOCUMENT);
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        tree.put("size", size);
        tree.put("sha256", sha256);
        if (mediaType != null) {
            tree.put("mediaType", mediaType);
        }
        return tree;
    }

    static Part read(Fields fields) {
        return new Part(
                fields.required("name", PART_NAME),
                fields.required("size", Kinds.SIZE),
                fields.required("sha256", Texts.SHA_256),
                fields.optional("mediaType", Texts.MEDIA_TYPE));
    }

    /// What the two say differently of one part; empty when they agree.
    List<Flaw> differences(Part other, String pointer) {
        if (equals(other)) {
            return List.of();
        }
        return List.of(
                Flaw.of(
                        Fault.MANIFEST,
                        pointer,
                        "The manifest says another size, hash or type of part '%s' than it has."
                                .formatted(name),
                        "Make the manifest from the very bytes that are sent."));
    }
}
