package org.ehcexchange.api;

import jakarta.servlet.http.HttpServletResponse;

import org.apache.camel.CamelExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Turns what breaks behind a door into problem JSON that says what to do and nothing of what was
/// sent.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Faults extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    /// People are shown a page, made by [Errors]; what they did not get they are not told.
    private static boolean isAnsweredWithPage(WebRequest request, HttpStatusCode status) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        HttpServletResponse response = ((ServletWebRequest) request).getResponse();
        if (accepted == null || !accepted.contains(MediaType.TEXT_HTML_VALUE) || response == null) {
            return false;
        }
        try {
            response.sendError(status.value());
            return true;
        } catch (IOException gone) {
            throw new UncheckedIOException("The reader went away", gone);
        }
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        return refused.problem().answer(refused.violations());
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> noDatabase(RuntimeException fault) {
        log.error("The database cannot be used; nothing is accepted until it can", fault);
        ResponseEntity<ProblemDetail> problem =
                Problem.UNAVAILABLE.answer(
                        "The exchange cannot reach its record; nothing was recorded.",
                        "Send the same again, byte for byte, after a while: it is recorded once.");
        return ResponseEntity.status(problem.getStatusCode())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, "10")
                .body(problem.getBody());
    }

    @ExceptionHandler(CamelExecutionException.class)
    @Nullable ResponseEntity<ProblemDetail> broken(
            CamelExecutionException fault, WebRequest request) {
        return fault.getCause() instanceof DataAccessException
                        || fault.getCause() instanceof TransactionException
                ? noDatabase((RuntimeException) fault.getCause())
                : broken((RuntimeException) fault, request);
    }

    @ExceptionHandler(RuntimeException.class)
    @Nullable ResponseEntity<ProblemDetail> broken(RuntimeException fault, WebRequest request) {
        log.error("A door broke", fault);
        if (isAnsweredWithPage(request, HttpStatus.INTERNAL_SERVER_ERROR)) {
            return null;
        }
        return Problem.BROKEN.answer(
                "The exchange made a mistake; nothing was recorded.",
                "Send the same again; if it happens again, tell the exchange's operator when.");
    }

    /// What Spring itself refuses: another method, format or parameter than the door has.
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception fault,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (isAnsweredWithPage(request, status)) {
            return null;
        }
        Problem problem = Problem.of(status);
        ProblemDetail detail = problem.answer(problem.title() + ".", remedy(problem)).getBody();
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static String remedy(Problem problem) {
        return problem == Problem.UNSUPPORTED_TYPE
                ? "Set Content-Type to one of those in the Accept header of this answer."
                : "Compare the request with the description at /v3/api-docs.";
    }
}
