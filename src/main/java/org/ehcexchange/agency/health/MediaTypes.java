package org.ehcexchange.agency.health;

import org.ehcexchange.directory.Channel.WireFormat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The media types of FHIR.
final class MediaTypes {

    static final String JSON = "application/fhir+json";
    static final String XML = "application/fhir+xml";

    private static final Pattern VERSION = Pattern.compile(";\\s*fhirVersion=\"?([^;\"\\s]+)");

    private MediaTypes() {}

    /// Empty when the type is neither FHIR JSON nor FHIR XML.
    static Optional<WireFormat> known(String mediaType) {
        return switch (base(mediaType)) {
            case JSON, "application/json", "text/json" -> Optional.of(WireFormat.JSON);
            case XML, "application/xml", "text/xml" -> Optional.of(WireFormat.XML);
            default -> Optional.empty();
        };
    }

    /// JSON where the type does not say XML.
    static WireFormat format(String mediaType) {
        return known(mediaType).orElse(WireFormat.JSON);
    }

    /// What an Accept header wants first; JSON where it does not say XML.
    static WireFormat wanted(String accept) {
        String all = accept.toLowerCase(Locale.ROOT);
        int xml = all.indexOf("xml");
        int json = all.indexOf("json");
        return xml >= 0 && (json < 0 || xml < json) ? WireFormat.XML : WireFormat.JSON;
    }

    static String of(WireFormat format) {
        return switch (format) {
            case JSON -> JSON;
            case XML -> XML;
        };
    }

    static String base(String mediaType) {
        int end = mediaType.indexOf(';');
        String base = end < 0 ? mediaType : mediaType.substring(0, end);
        return base.strip().toLowerCase(Locale.ROOT);
    }

    /// Empty when the type declares none.
    static String fhirVersion(String mediaType) {
        Matcher matcher = VERSION.matcher(mediaType);
        return matcher.find() ? matcher.group(1) : "";
    }
}
