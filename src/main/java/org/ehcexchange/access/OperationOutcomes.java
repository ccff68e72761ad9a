package org.ehcexchange.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import java.io.IOException;

/// The refusals of the FHIR door (FHIR R4 OperationOutcome), in the format the caller asked for.
///
/// Written as text, because who comes in is decided before anything FHIR is loaded.
final class OperationOutcomes {

    private static final String JSON =
            """
            {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"%s",\
            "details":{"coding":[{"system":"https://fhir.nhs.uk/Codesystem/http-error-codes",\
            "code":"%s"}]},"diagnostics":"%s"}]}
            """;
    private static final String XML =
            """
            <OperationOutcome xmlns="http://hl7.org/fhir"><issue><severity value="error"/>\
            <code value="%s"/><details><coding>\
            <system value="https://fhir.nhs.uk/Codesystem/http-error-codes"/><code value="%s"/>\
            </coding></details><diagnostics value="%s"/></issue></OperationOutcome>
            """;

    private OperationOutcomes() {}

    /// @param why one of our own sentences: it is not escaped
    static void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String why)
            throws IOException {
        boolean unknown = status == HttpStatus.UNAUTHORIZED;
        String code = unknown ? "login" : "forbidden";
        String word = unknown ? "REC_UNAUTHORIZED" : "REC_FORBIDDEN";
        boolean xml = asksForXml(request);
        response.setContentType(xml ? "application/fhir+xml" : "application/fhir+json");
        response.getWriter().write((xml ? XML : JSON).formatted(code, word, why.replace("'", "")));
    }

    private static boolean asksForXml(HttpServletRequest request) {
        return mentionsXml(request.getParameter("_format"))
                || mentionsXml(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static boolean mentionsXml(@Nullable String wish) {
        return wish != null && wish.contains("xml");
    }
}
