package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Parsed;
import org.ehcexchange.delivery.DeadLetters;
import org.ehcexchange.delivery.Partners;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.List;

/// How things stand with each partner. For the authority that runs the exchange.
@RestController
@RequestMapping("/api/v1/partners")
@Tag(name = "Partners")
class PartnerDoor {

    private final Partners partners;

    PartnerDoor(Partners partners) {
        this.partners = partners;
    }

    /// @param partners ordered by code
    record All(List<Partners.Partner> partners) {}

    @GetMapping
    @Operation(
            summary = "List partners",
            description = "How much waits for each, and since when and why it is paused.")
    @Answers(value = "200:partners", problems = Problem.FORBIDDEN)
    All list() {
        return new All(partners.all());
    }

    @PostMapping("/{code}/pause")
    @Operation(
            summary = "Hold back what waits for a partner",
            description = "Until somebody resumes it; other partners are not touched.")
    @Answers(
            value = "200:partner",
            problems = {Problem.MALFORMED, Problem.FORBIDDEN, Problem.NOT_FOUND})
    Partners.Partner pause(@PathVariable String code, @RequestBody Reason why, Principal caller) {
        return partners.pause(
                        code(code),
                        new DeadLetters.Decision(
                                new OrganisationCode(caller.getName()), why.text()))
                .orElseThrow(Refused::notFound);
    }

    @PostMapping("/{code}/resume")
    @Operation(summary = "Let deliveries to a partner go again", description = "Whoever paused it.")
    @Answers(
            value = "200:partner",
            problems = {Problem.FORBIDDEN, Problem.NOT_FOUND})
    Partners.Partner resume(@PathVariable String code, Principal caller) {
        return partners.resume(
                        code(code),
                        new DeadLetters.Decision(
                                new OrganisationCode(caller.getName()), "none was given"))
                .orElseThrow(Refused::notFound);
    }

    /// @throws Refused when it is no organisation's code
    static OrganisationCode code(String text) {
        return switch (OrganisationCode.parse(text)) {
            case Parsed.Value<OrganisationCode>(OrganisationCode code) -> code;
            case Parsed.Problem<OrganisationCode> none -> throw Refused.notFound();
        };
    }
}
