package org.ehcexchange.agency.authority;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.Parts;
import org.ehcexchange.documents.Parts.Announced;
import org.ehcexchange.documents.Parts.Announcing;
import org.ehcexchange.documents.Parts.Appending;
import org.ehcexchange.documents.Parts.Held;
import org.ehcexchange.sealing.Announcement;
import org.ehcexchange.sealing.Part;
import org.ehcexchange.sealing.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/// Documents from another exchange, pushed in pieces before the message that names them.
///
/// The pieces follow tus 1.0 (HEAD, PATCH, Upload-Offset); what is to come is announced, signed,
/// beforehand.
@RestController
@RequestMapping("/exchange/v1/parts")
@Tag(name = "Between exchanges")
class PartsDoor {

    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String PIECE = "application/offset+octet-stream";

    private final Parts parts;
    private final Arrivals arrivals;
    private final Proofs proofs;
    private final TurnedAway turnedAway;

    PartsDoor(Parts parts, Arrivals arrivals, Proofs proofs, TurnedAway turnedAway) {
        this.parts = parts;
        this.arrivals = arrivals;
        this.proofs = proofs;
        this.turnedAway = turnedAway;
    }

    /// @param parts each with how much of it is here
    record Noted(List<Held> parts) {}

    @PostMapping(consumes = SealedBody.JOSE)
    @Operation(
            summary = "Announce the parts that are to come",
            description = "A signed announcement; answered by how much of each part is here.")
    ResponseEntity<Object> announce(HttpServletRequest request) throws IOException {
        return switch (arrivals.check(request, Type.ANNOUNCEMENT)) {
            case Arrivals.Checked.Refused(var problem) -> problem.answer();
            case Arrivals.Checked.Signed(var jws, var _) ->
                    switch (Announcement.open(jws)) {
                        case Announcement.Opening.Flawed(var flaws) ->
                                ExchangeProblem.of(flaws).answer();
                        case Announcement.Opening.Opened(var documents) ->
                                announce(jws.header().issuer(), documents);
                    };
        };
    }

    private ResponseEntity<Object> announce(OrganisationCode sender, List<Part> documents) {
        List<Announced> announced = documents.stream().map(PartsDoor::announced).toList();
        return switch (parts.announce(sender, announced)) {
            case Announcing.Noted(var held) -> ResponseEntity.ok(new Noted(held));
            case Announcing.Refused(var violations) ->
                    new ExchangeProblem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", violations)
                            .answer();
        };
    }

    private static Announced announced(Part part) {
        return new Announced(
                part.sha256(), part.size(), Objects.requireNonNullElse(part.mediaType(), ""));
    }

    @RequestMapping(path = "/{sha256}", method = RequestMethod.HEAD)
    @Operation(summary = "Ask how much of a part is here", description = "In Upload-Offset.")
    ResponseEntity<Object> look(@PathVariable String sha256, HttpServletRequest request) {
        return switch (proofs.check(request)) {
            case Proofs.Checked.Refused(var problem) -> problem.answer();
            case Proofs.Checked.Proven(var sender) ->
                    parts.find(sender, sha256)
                            .map(held -> ResponseEntity.ok().headers(headers(held)).build())
                            .orElseGet(PartsDoor::unknown);
        };
    }

    @PatchMapping(path = "/{sha256}", consumes = PIECE)
    @Operation(
            summary = "Push a piece of a part",
            description = "From Upload-Offset on; on disk before it is answered.")
    ResponseEntity<Object> push(
            @PathVariable String sha256,
            @RequestHeader(name = OFFSET, required = false) @Nullable Long offset,
            HttpServletRequest request)
            throws IOException {
        if (offset == null || offset < 0) {
            return noOffset();
        }
        return switch (proofs.check(request)) {
            case Proofs.Checked.Refused(var problem) -> problem.answer();
            case Proofs.Checked.Proven(var sender) ->
                    answer(parts.append(sender, sha256, offset, request.getInputStream()));
        };
    }

    private ResponseEntity<Object> answer(Appending appending) {
        return switch (appending) {
            case Appending.Grown(var held) ->
                    ResponseEntity.noContent().headers(headers(held)).build();
            case Appending.WrongOffset(var held) ->
                    ExchangeProblem.of(
                                    HttpStatus.CONFLICT,
                                    "wrong-offset",
                                    "The next byte to send is that at %d.".formatted(held.offset()),
                                    "Go on from there; ask HEAD when you are not sure.")
                            .answer(headers(held));
            case Appending.TooLong(var held) ->
                    ExchangeProblem.of(
                                    HttpStatus.PAYLOAD_TOO_LARGE,
                                    "too-large",
                                    "More came than the %d bytes that were announced."
                                            .formatted(held.size()),
                                    "Send what was announced, or announce it anew as it is.")
                            .answer(headers(held));
            case Appending.Mismatch(var problem, var violations) ->
                    mismatch(word(problem), violations);
            case Appending.Busy _ -> busy();
            case Appending.Unknown _ -> unknown();
        };
    }

    private ResponseEntity<Object> mismatch(String word, List<Violation> violations) {
        turnedAway.noteMismatch(word);
        return new ExchangeProblem(HttpStatus.UNPROCESSABLE_ENTITY, word, violations).answer();
    }

    private static String word(Documents.Problem problem) {
        return problem == Documents.Problem.HASH_MISMATCH ? "mismatch" : "unsupported-type";
    }

    private static HttpHeaders headers(Held held) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(OFFSET, Long.toString(held.offset()));
        headers.set(LENGTH, Long.toString(held.size()));
        headers.setCacheControl("no-store");
        return headers;
    }

    private static ResponseEntity<Object> noOffset() {
        return ExchangeProblem.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed",
                        "The header Upload-Offset is missing or no whole number from 0.",
                        "Say at which byte the piece begins.")
                .answer();
    }

    private static ResponseEntity<Object> busy() {
        HttpHeaders soon = new HttpHeaders();
        soon.set(HttpHeaders.RETRY_AFTER, "1");
        return ExchangeProblem.of(
                        HttpStatus.LOCKED,
                        "busy",
                        "Another request is writing this part just now.",
                        "Ask HEAD in a moment and go on from there.")
                .answer(soon);
    }

    private static ResponseEntity<Object> unknown() {
        return ExchangeProblem.of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "No such part was announced, or it was abandoned for too long.",
                        "Announce it at POST /exchange/v1/parts, then push it.")
                .answer();
    }
}
