package org.ehcexchange.agency.health;

import java.util.regex.Pattern;

/// UUIDs as messages write them: lower case, nothing around them.
final class Uuids {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final String URN = "urn:uuid:";

    private Uuids() {}

    static boolean is(String text) {
        return FORM.matcher(text).matches();
    }

    static boolean isUrn(String text) {
        return text.startsWith(URN) && is(text.substring(URN.length()));
    }
}
