package org.ehcexchange.agency.health;

import org.ehcexchange.ledger.Arrival.Fault;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/// How the door tells each kind of fault: HTTP status, the BaRS error code and the FHIR issue type.
enum Problem {
    BAD_REQUEST(400, "REC_BAD_REQUEST", IssueType.STRUCTURE),
    FORBIDDEN(403, "REC_FORBIDDEN", IssueType.FORBIDDEN),
    NOT_FOUND(404, "REC_NOT_FOUND", IssueType.NOTFOUND),
    METHOD(405, "REC_BAD_REQUEST", IssueType.NOTSUPPORTED),
    DUPLICATE(409, "REC_CONFLICT", IssueType.DUPLICATE),
    CONFLICT(409, "REC_CONFLICT", IssueType.CONFLICT),
    TOO_LARGE(413, "REC_BAD_REQUEST", IssueType.TOOLONG),
    MEDIA_TYPE(415, "REC_BAD_REQUEST", IssueType.NOTSUPPORTED),
    INVALID(422, "REC_UNPROCESSABLE_ENTITY", IssueType.INVALID),
    BUSINESS_RULE(422, "REC_UNPROCESSABLE_ENTITY", IssueType.BUSINESSRULE),
    REFUSED(422, "REC_UNPROCESSABLE_ENTITY", IssueType.SUPPRESSED),
    SERVER_ERROR(500, "REC_SERVER_ERROR", IssueType.EXCEPTION),
    UNAVAILABLE(503, "REC_UNAVAILABLE", IssueType.TRANSIENT);

    private final int status;
    private final String code;
    private final IssueType issue;

    Problem(int status, String code, IssueType issue) {
        this.status = status;
        this.code = code;
        this.issue = issue;
    }

    static Problem of(Fault fault) {
        return switch (fault) {
            case MALFORMED -> BAD_REQUEST;
            case INVALID -> INVALID;
            case TOO_LARGE -> TOO_LARGE;
            case FORBIDDEN -> FORBIDDEN;
            case NOT_FOUND -> NOT_FOUND;
            case ILLEGAL_MOVE -> BUSINESS_RULE;
            case REFUSED -> REFUSED;
            case CONFLICT -> CONFLICT;
        };
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    IssueType issue() {
        return issue;
    }
}
