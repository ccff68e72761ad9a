package org.ehcexchange.api;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The kinds of problem the doors answer with (RFC 9457). The type URIs are names, not addresses;
/// `docs/problems.md` says what to do about each.
enum Problem {
    MALFORMED(HttpStatus.BAD_REQUEST, "The request cannot be read"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Your organisation may not do this"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing for your organisation"),
    NOT_ALLOWED_HERE(HttpStatus.METHOD_NOT_ALLOWED, "This door has no such act"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer cannot be given in that format"),
    CONFLICT(HttpStatus.CONFLICT, "It is taken for something else"),
    NOT_POSSIBLE(HttpStatus.CONFLICT, "It cannot be done as things stand"),
    TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE, "It is larger than this door takes"),
    UNSUPPORTED_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "This door does not take that format"),
    INVALID(HttpStatus.UNPROCESSABLE_ENTITY, "It breaks a rule"),
    ILLEGAL_MOVE(HttpStatus.UNPROCESSABLE_ENTITY, "The conversation does not allow this"),
    REFUSED(HttpStatus.UNPROCESSABLE_ENTITY, "The disclosure gate refused it"),
    NOT_LAWFUL(HttpStatus.UNPROCESSABLE_ENTITY, "The law does not allow it"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The exchange cannot record anything just now"),
    BROKEN(HttpStatus.INTERNAL_SERVER_ERROR, "The exchange made a mistake");

    private final HttpStatus status;
    private final String title;

    Problem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    URI type() {
        return URI.create(
                "urn:ehc-exchange:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static Problem of(Arrival.Fault fault) {
        return switch (fault) {
            case MALFORMED -> MALFORMED;
            case INVALID -> INVALID;
            case TOO_LARGE -> TOO_LARGE;
            case FORBIDDEN -> FORBIDDEN;
            case NOT_FOUND -> NOT_FOUND;
            case ILLEGAL_MOVE -> ILLEGAL_MOVE;
            case REFUSED -> REFUSED;
            case CONFLICT -> CONFLICT;
        };
    }

    /// The first of this status, or our own mistake when no problem has it.
    static Problem of(HttpStatusCode status) {
        return Arrays.stream(values())
                .filter(known -> known.status.isSameCodeAs(status))
                .findFirst()
                .orElse(BROKEN);
    }

    ProblemDetail detail(List<Violation> violations) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, sentence(violations));
        detail.setType(type());
        detail.setTitle(title);
        detail.setProperty("violations", violations);
        return detail;
    }

    ResponseEntity<ProblemDetail> answer(List<Violation> violations) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(violations));
    }

    ResponseEntity<ProblemDetail> answer(String problem, String remedy) {
        return answer(List.of(new Violation("", problem, remedy)));
    }

    private static String sentence(List<Violation> violations) {
        return violations.size() == 1
                ? violations.getFirst().problem()
                : "%d things are wrong; each is listed with what to do."
                        .formatted(violations.size());
    }
}
