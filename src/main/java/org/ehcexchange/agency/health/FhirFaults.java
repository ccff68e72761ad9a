package org.ehcexchange.agency.health;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;

import org.ehcexchange.canonical.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import java.util.List;

/// Tells what went wrong at the FHIR door in the door's own words and codes.
@Component
@Interceptor
public final class FhirFaults {

    private static final Logger log = LoggerFactory.getLogger(FhirFaults.class);

    /// The same fault as an answer of ours; its cause stays behind, because its words may repeat
    /// what was sent.
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException tell(Throwable thrown) {
        Problem problem = problem(thrown);
        if (problem == Problem.SERVER_ERROR || problem == Problem.UNAVAILABLE) {
            log.error("The FHIR door failed: {}", root(thrown).getClass().getName());
            log.debug("The FHIR door failed", thrown);
        }
        String what = what(problem);
        return new UnclassifiedServerFailureException(
                problem.status(),
                what,
                FhirAnswers.outcome(
                        problem, List.of(new Violation("", what, remedy(problem, thrown)))));
    }

    private static Problem problem(Throwable thrown) {
        if (isOutOfReach(thrown)) {
            return Problem.UNAVAILABLE;
        }
        int status =
                thrown instanceof BaseServerResponseException told ? told.getStatusCode() : 500;
        return switch (status) {
            case 400 -> Problem.BAD_REQUEST;
            case 403 -> Problem.FORBIDDEN;
            case 404, 410 -> Problem.NOT_FOUND;
            case 405, 501 -> Problem.METHOD;
            case 415 -> Problem.MEDIA_TYPE;
            default -> status < 500 ? Problem.BAD_REQUEST : Problem.SERVER_ERROR;
        };
    }

    private static boolean isOutOfReach(Throwable fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof DataAccessException || each instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String what(Problem problem) {
        return switch (problem) {
            case FORBIDDEN -> "You may not do this.";
            case NOT_FOUND -> "There is nothing here for you under this address.";
            case METHOD -> "This door does not do that.";
            case UNAVAILABLE -> "The exchange cannot record anything now; nothing was accepted.";
            case SERVER_ERROR -> "The exchange failed; nothing was accepted.";
            default -> "The request cannot be understood.";
        };
    }

    /// Our own exceptions say what to do; the library's may repeat what was sent.
    private static String remedy(Problem problem, Throwable fault) {
        return switch (problem) {
            case FORBIDDEN, BAD_REQUEST -> ours(fault);
            case NOT_FOUND -> "Check the id; it must be of a request to your own organisation.";
            case UNAVAILABLE -> "Send it again later, with the same ids and the same body.";
            case SERVER_ERROR ->
                    "Send it again with the same ids; if it fails again, tell the"
                            + " operator the X-Request-Id.";
            default -> "See the CapabilityStatement at metadata.";
        };
    }

    private static String ours(Throwable fault) {
        String text = String.valueOf(fault.getMessage());
        return text.startsWith("HAPI-") || fault.getCause() != null
                ? "See the CapabilityStatement at metadata."
                : text;
    }
}
