package org.ehcexchange.mapping;

/// A text holds a character that XML 1.0 has no way to write; says in which element.
public final class XmlUnwritable extends RuntimeException {

    XmlUnwritable(String element) {
        super("The text of " + element + " holds a control character, which XML cannot carry.");
    }
}
