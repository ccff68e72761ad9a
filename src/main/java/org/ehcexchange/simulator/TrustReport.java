package org.ehcexchange.simulator;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// How FHIR describes a report: its size, and its hash in SHA-1 (FHIR R4, Attachment.hash).
final class TrustReport {

    private TrustReport() {}

    static Map<String, String> values(Report report, String binary, Map<String, String> common) {
        Map<String, String> values = new HashMap<>(common);
        values.put("title", report.title());
        values.put("binary", binary);
        values.put("size", Integer.toString(report.bytes().length));
        values.put("hash", base64(report.sha1()));
        return values;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
