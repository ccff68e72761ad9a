package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.casefile.MessagePlans;
import org.ehcexchange.casefile.MessagePlans.Checked;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.List;
import java.util.Map;

/// Whom the law wants told, asked before anybody is. For authorities.
@RestController
@RequestMapping("/api/v1/message-plans")
@Tag(name = "Cases")
class MessagePlanDoor {

    private final MessagePlans plans;
    private final ApiSettings settings;

    MessagePlanDoor(MessagePlans plans, ApiSettings settings) {
        this.plans = plans;
        this.settings = settings;
    }

    @PostMapping(value = "/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Check whom you mean to tell of what happens in a case",
            description =
                    "Answers with everybody whom the law wants told, or refuses a plan that leaves"
                        + " one out, with their name and the provision. Nothing is sent and nothing"
                        + " put on record of a case; a refusal is in the audit. `on` is today where"
                        + " it is left out.")
    @Takes(examples = "message-plan")
    @Answers(
            value = "200:message-plan-checked",
            problems = {
                Problem.MALFORMED,
                Problem.FORBIDDEN,
                Problem.TOO_LARGE,
                Problem.INVALID,
                Problem.NOT_LAWFUL
            })
    ResponseEntity<?> check(HttpServletRequest request, Principal caller) {
        Map<String, Object> tree = Body.tree(Body.read(request, settings.maxMessage()));
        return switch (plans.check(new OrganisationCode(caller.getName()), tree)) {
            case Checked.Complete complete -> ResponseEntity.ok(complete);
            case Checked.Refused(List<Violation> missing) -> Problem.NOT_LAWFUL.answer(missing);
            case Checked.Faulty(List<Violation> why) -> Problem.INVALID.answer(why);
        };
    }
}
