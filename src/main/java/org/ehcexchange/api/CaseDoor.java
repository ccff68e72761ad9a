package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;

import org.ehcexchange.api.CaseNaming.CaseQuery;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.casefile.CaseFiles;
import org.ehcexchange.casefile.CaseFiles.Opening;
import org.ehcexchange.casefile.CaseFiles.Recording;
import org.ehcexchange.casefile.CaseKey;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.reading.Conversations;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.List;

/// What an authority puts on record of its cases, and how they stand. For authorities.
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "Cases")
class CaseDoor {

    private final CaseFiles cases;
    private final CaseNaming naming;
    private final Conversations conversations;
    private final ApiSettings settings;

    CaseDoor(
            CaseFiles cases, CaseNaming naming, Conversations conversations, ApiSettings settings) {
        this.cases = cases;
        this.naming = naming;
        this.conversations = conversations;
        this.settings = settings;
    }

    @GetMapping
    @Operation(
            summary = "List your cases, the newest first",
            description =
                    "Narrow by state: open or closed. Give `next` of one answer as `after` of the"
                            + " next request.")
    @Answers(
            value = "200:cases",
            problems = {Problem.MALFORMED, Problem.FORBIDDEN})
    CaseFiles.Page list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = Page.USUAL) int limit,
            Principal caller) {
        return cases.page(
                code(caller),
                new CaseFiles.Query(state == null ? null : state(state), after, Page.limit(limit)));
    }

    @GetMapping("/{caseReference}")
    @Operation(
            summary = "Read one case",
            description =
                    "What is on record of it, oldest first; the authority's own time limits and how"
                        + " they stand; and its conversations, the newest first, at most 200. A"
                        + " reference that a path cannot carry, such as one with a slash, goes in"
                        + " the query: /api/v1/cases/-?reference=EHC/2026/173. Where several"
                        + " authorities that you took over from had a case of one reference, say"
                        + " whose in `authority`.")
    @Answers(
            value = "200:case",
            problems = {Problem.FORBIDDEN, Problem.NOT_FOUND, Problem.CONFLICT})
    CaseView read(
            @PathVariable String caseReference,
            @ParameterObject CaseQuery query,
            Principal caller) {
        CaseKey key = naming.key(caller, caseReference, query);
        CaseFiles.Whole whole = cases.find(key).orElseThrow(Refused::notFound);
        return CaseView.of(
                whole,
                conversations.page(
                        code(caller),
                        new Conversations.Query(null, null, key.reference(), null, Page.MOST)));
    }

    @PutMapping(value = "/{caseReference}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Open a case file",
            description =
                    "Says when the assessment was requested, from which the authority's own time"
                        + " limits run; without it they do not run until it is said. A case whose"
                        + " first request for advice was accepted is open already. The same again"
                        + " changes nothing.")
    @Takes(examples = "case-opening")
    @Answers(
            value = {"201:case-file", "200:case-file"},
            problems = {
                Problem.MALFORMED,
                Problem.FORBIDDEN,
                Problem.CONFLICT,
                Problem.TOO_LARGE,
                Problem.INVALID
            })
    ResponseEntity<?> open(
            @PathVariable String caseReference,
            @ParameterObject CaseQuery query,
            HttpServletRequest request,
            Principal caller) {
        CaseKey key = naming.key(caller, caseReference, query);
        return switch (cases.open(key, submission(request, caller))) {
            case Opening.Opened(CaseFiles.CaseFile file) ->
                    ResponseEntity.status(HttpStatus.CREATED).body(file);
            case Opening.AlreadyOpen(CaseFiles.CaseFile file) -> ResponseEntity.ok(file);
            case Opening.Faulty(List<Violation> why) -> Problem.INVALID.answer(why);
            case Opening.Conflict(Violation why) -> Problem.CONFLICT.answer(List.of(why));
        };
    }

    @PostMapping(value = "/{caseReference}/records", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Put something on record of a case",
            description =
                    "A 2xx is answered only once it is recorded, with all that follows from it."
                            + " Send the same again, byte for byte, when no answer came: it is"
                            + " recorded once.")
    @Takes(
            examples = {
                "event",
                "exemption",
                "consent-given",
                "consent-withdrawn",
                "objection",
                "opinion",
                "agreement",
                "taken-back",
                "not-shared"
            })
    @Answers(
            value = {"201:case-record", "200:case-record"},
            problems = {
                Problem.MALFORMED,
                Problem.FORBIDDEN,
                Problem.NOT_FOUND,
                Problem.CONFLICT,
                Problem.TOO_LARGE,
                Problem.INVALID,
                Problem.NOT_LAWFUL
            })
    ResponseEntity<?> record(
            @PathVariable String caseReference,
            @ParameterObject CaseQuery query,
            HttpServletRequest request,
            Principal caller) {
        CaseKey key = naming.key(caller, caseReference, query);
        return switch (cases.record(key, submission(request, caller))) {
            case Recording.Recorded(CaseFiles.Answer answer) ->
                    ResponseEntity.status(HttpStatus.CREATED).body(answer);
            case Recording.AlreadyRecorded(CaseFiles.Answer answer) -> ResponseEntity.ok(answer);
            case Recording.Faulty(List<Violation> why) -> Problem.INVALID.answer(why);
            case Recording.Refused(List<Violation> why) -> Problem.NOT_LAWFUL.answer(why);
            case Recording.Taken taken -> taken();
            case Recording.NoSuchCase none -> throw Refused.notFound();
        };
    }

    private CaseFiles.Submission submission(HttpServletRequest request, Principal caller) {
        byte[] body = Body.read(request, settings.maxMessage());
        return new CaseFiles.Submission(code(caller), Body.tree(body), Rows.sha256(body));
    }

    private static CaseFiles.State state(String word) {
        return Code.find(CaseFiles.State.class, word)
                .orElseThrow(
                        () ->
                                Refused.malformed(
                                        "",
                                        "state is neither open nor closed.",
                                        "Ask for open or closed, or leave state out for both."));
    }

    private static OrganisationCode code(Principal caller) {
        return new OrganisationCode(caller.getName());
    }

    private static ResponseEntity<?> taken() {
        return Problem.CONFLICT.answer(
                "Another record of this case has this id, with other content.",
                "Give new content a recordId of its own; repeat a record byte for byte.");
    }
}
