package org.ehcexchange.agency.authority;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.sealing.Flaw;
import org.ehcexchange.sealing.Flaw.Fault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

import java.net.URI;
import java.util.List;

/// What another exchange is answered when something is wrong: problem JSON (RFC 9457), whose type
/// is a word that its program can go by.
///
/// @param word as `docs/problems.md` has it
record ExchangeProblem(HttpStatus status, String word, List<Violation> violations) {

    private static final String TYPE = "urn:ehc-exchange:problem:";

    static ExchangeProblem of(HttpStatus status, String word, String problem, String remedy) {
        return new ExchangeProblem(status, word, List.of(new Violation("", problem, remedy)));
    }

    /// The first flaw gives the word; all of them are told.
    static ExchangeProblem of(List<Flaw> flaws) {
        Fault first = flaws.getFirst().fault();
        return new ExchangeProblem(
                status(first), first.code(), flaws.stream().map(Flaw::violation).toList());
    }

    private static HttpStatus status(Fault fault) {
        return switch (fault) {
            case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
            case MALFORMED, ALGORITHM, HEADER, TYPE -> HttpStatus.BAD_REQUEST;
            case UNKNOWN_SENDER,
                    UNKNOWN_KEY,
                    EXPIRED_KEY,
                    EARLY_KEY,
                    SIGNATURE,
                    AUDIENCE,
                    CLOCK,
                    REQUEST ->
                    HttpStatus.UNAUTHORIZED;
            case PAYLOAD, MESSAGE, MANIFEST, MISSING_PART, RECEIPT ->
                    HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }

    ResponseEntity<Object> answer() {
        return answer(new HttpHeaders());
    }

    /// @param headers that go with it, such as Upload-Offset
    ResponseEntity<Object> answer(HttpHeaders headers) {
        if (status == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Seal");
        }
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail());
    }

    ProblemDetail detail() {
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(status, violations.getFirst().problem());
        detail.setType(URI.create(TYPE + word));
        detail.setTitle("Another exchange's request was not taken");
        detail.setProperty("violations", violations);
        return detail;
    }
}
