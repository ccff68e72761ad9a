package org.ehcexchange.access;

import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Answers a caller who may not come in, or whose path is none: an OperationOutcome at the FHIR
/// door, problem JSON (RFC 9457) at every other.
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private static final String NO_TOKEN =
            "This door needs an access token. Get one from POST /oauth2/token with your"
                    + " organisation's code and secret, and send it as 'Authorization: Bearer …'.";
    private static final String BAD_TOKEN =
            "The access token is not valid, or no longer. Get a new one from POST /oauth2/token.";
    private static final String NOT_YOURS =
            "Your organisation may not do this here: case files are for authorities, and the rest"
                    + " for the authority that runs the exchange.";

    private static final String BAD_PATH =
            "The path or a header has a character that may not be there, such as an encoded slash."
                    + " Put the reference of a case that has one in the query, as in"
                    + " /api/v1/cases/-?reference=EHC%2F2026%2F173.";

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        boolean bad = why instanceof InvalidBearerTokenException;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, bad ? "Bearer error=\"invalid_token\"" : "Bearer");
        answer(request, response, HttpStatus.UNAUTHORIZED, bad ? BAD_TOKEN : NO_TOKEN);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        answer(request, response, HttpStatus.FORBIDDEN, NOT_YOURS);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
            throws IOException {
        answer(request, response, HttpStatus.BAD_REQUEST, BAD_PATH);
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String why)
            throws IOException {
        response.setStatus(status.value());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (isFhir(request)) {
            OperationOutcomes.write(request, response, status, why);
        } else {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getWriter(), problem(status, why));
        }
    }

    private static boolean isFhir(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/fhir");
    }

    private static ProblemDetail problem(HttpStatus status, String why) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, why);
        Kind kind = Kind.of(status);
        problem.setType(URI.create("urn:ehc-exchange:problem:" + kind.word()));
        problem.setTitle(kind.title());
        return problem;
    }

    private record Kind(String word, String title) {

        static Kind of(HttpStatus status) {
            return switch (status) {
                case UNAUTHORIZED -> new Kind("unauthorised", "Who is calling is not known");
                case BAD_REQUEST -> new Kind("malformed", "The request cannot be read");
                default -> new Kind("forbidden", "Not allowed");
            };
        }
    }
}
