package org.ehcexchange.api;

import jakarta.servlet.http.HttpServletRequest;

import org.ehcexchange.canonical.Violation;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Problem JSON for what fails before or after any door is reached, such as an upload cut short;
/// people get a page.
@Controller
class Errors extends BasicErrorController {

    private final ServerProperties server;

    Errors(ErrorAttributes attributes, ServerProperties server, List<ErrorViewResolver> pages) {
        super(attributes, server.getError(), pages);
        this.server = server;
    }

    /// How many megabytes of text a form may hold, for the page that says that one held more.
    @ModelAttribute("mostInAForm")
    long mostInAForm() {
        return server.getTomcat().getMaxHttpFormPostSize().toMegabytes();
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        HttpStatus status = getStatus(request);
        Problem problem = Problem.of(status);
        Violation violation =
                new Violation(
                        "",
                        problem == Problem.MALFORMED
                                ? "The request cannot be read, or broke off before it was whole."
                                : problem.title() + ".",
                        "Nothing was recorded; put it right and send it again.");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type());
        body.put("title", problem.title());
        body.put("status", status.value());
        body.put("detail", violation.problem());
        body.put("violations", List.of(violation));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
