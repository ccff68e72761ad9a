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
            "diagnostics":"%s"}]}
            """;
    private static final String XML =
            """
            <OperationOutcome xmlns="http://hl7.org/fhir"><issue><severity value="error"/>\
            <code value="%s"/><diagnostics value="%s"/></issue></OperationOutcome>
            """;

    private OperationOutcomes() {}

    /// @param why one of our own sentences: it is not escaped
    static void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String why)
            throws IOException {
        String code = status == HttpStatus.UNAUTHORIZED ? "login" : "forbidden";
        boolean xml = asksForXml(request);
        response.setContentType(xml ? "application/fhir+xml" : "application/fhir+json");
        response.getWriter().write((xml ? XML : JSON).formatted(code, why.replace("'", "")));
    }

    private static boolean asksForXml(HttpServletRequest request) {
        return mentionsXml(request.getParameter("_format"))
                || mentionsXml(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static boolean mentionsXml(@Nullable String wish) {
        return wish != null && wish.contains("xml");
    }
}
