package org.ehcexchange.mapping;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Writes one tree as XML; see [Xml].
final class XmlTreeWriter {

    private final StringBuilder out = new StringBuilder(4096);

    byte[] write(Map<String, Object> tree) {
        if (tree.size() != 1) {
            throw new IllegalArgumentException("An XML document has exactly one root element.");
        }
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        tree.forEach((name, value) -> element(name, value, 0));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void element(String name, Object value, int depth) {
        switch (value) {
            case List<?> list -> list.forEach(item -> element(name, item, depth));
            case Map<?, ?> children -> parent(name, children, depth);
            default -> leaf(name, value, depth);
        }
    }

    private void leaf(String name, Object value, int depth) {
        indent(depth).append('<').append(name).append('>');
        escape(name, value.toString());
        out.append("</").append(name).append(">\n");
    }

    private void parent(String name, Map<?, ?> children, int depth) {
        indent(depth).append('<').append(name);
        children.forEach((child, value) -> attribute(child.toString(), value));
        out.append(">\n");
        children.forEach((child, value) -> child(child.toString(), value, depth + 1));
        indent(depth).append("</").append(name).append(">\n");
    }

    private void attribute(String name, Object value) {
        if (name.startsWith("@")) {
            out.append(' ').append(name, 1, name.length()).append("=\"");
            escape(name, value.toString());
            out.append('"');
        }
    }

    private void child(String name, Object value, int depth) {
        if (!name.startsWith("@")) {
            element(name, value, depth);
        }
    }

    private StringBuilder indent(int depth) {
        return out.repeat("  ", depth);
    }

    private void escape(String name, String text) {
        text.codePoints().forEach(point -> escape(name, point));
    }

    private void escape(String name, int point) {
        switch (point) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            // A reader turns a bare carriage return into a line feed (XML 1.0, 2.11).
            case '\r' -> out.append("&#13;");
            default -> {
                if (!isChar(point)) {
                    throw new XmlUnwritable(name);
                }
                out.appendCodePoint(point);
            }
        }
    }

    /// The characters of XML 1.0, production 2.
    private static boolean isChar(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
