package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;

import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.mapping.StrictJson;
import org.ehcexchange.notification.ChangeState;
import org.ehcexchange.notification.Changes;
import org.ehcexchange.notification.Changes.Approving;
import org.ehcexchange.notification.Changes.Starting;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// A change of the responsible health commissioner (CCG/ICB). For the old commissioner, which
/// approves what is sent, and for the authority.
@RestController
@RequestMapping("/api/v1/notifications")
@Tag(name = "Commissioner notifications")
class NotificationDoor {

    private final Changes changes;
    private final ApiSettings settings;

    NotificationDoor(Changes changes, ApiSettings settings) {
        this.changes = changes;
        this.settings = settings;
    }

    /// @param message what will be sent if it is approved; absent once it was, and for whoever
    ///     does not approve it
    record Whole(Changes.Item change, @Nullable Map<String, Object> message) {

        static Whole of(Changes.Whole whole) {
            EhcMessage message = whole.message();
            return new Whole(
                    whole.change(), message == null ? null : CanonicalWriter.write(message));
        }
    }

    @GetMapping
    @Operation(
            summary = "List changes of commissioner, the newest first",
            description =
                    "The old commissioner sees those it is to tell of, the authority those of its"
                        + " plans. Narrow by state: waiting (for your approval), heard, unresolved,"
                        + " nothing-to-send, approved, sent, overtaken, dismissed. Give `next` of"
                        + " one answer as `after` of the next request.")
    @Answers(value = "200:notifications", problems = Problem.MALFORMED)
    Changes.Page list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = Page.USUAL) int limit,
            Principal caller) {
        return changes.page(
                code(caller),
                new Changes.Query(
                        state == null ? null : state(state),
                        after == null ? null : new ConversationId(after),
                        Page.limit(limit)));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read one change of commissioner",
            description =
                    "For the old commissioner with the notification as it will be sent if somebody"
                            + " approves it. The id is that of the notification's conversation.")
    @Answers(value = "200:notification", problems = Problem.NOT_FOUND)
    Whole read(@PathVariable UUID id, Principal caller) {
        return changes.find(code(caller), new ConversationId(id))
                .map(Whole::of)
                .orElseThrow(Refused::notFound);
    }

    @PostMapping(value = "/{id}/approval", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Approve a notification: it goes to the new commissioner",
            description =
                    "The word of the old commissioner's Designated Health Officer. `to` names the"
                            + " new commissioner where nobody else can say, or where the one that"
                            + " was told says that it is not responsible. It goes once.")
    @Takes(examples = "approval")
    @Answers(
            value = "200:notification-sent",
            problems = {
                Problem.MALFORMED,
                Problem.NOT_FOUND,
                Problem.NOT_POSSIBLE,
                Problem.TOO_LARGE,
                Problem.INVALID
            })
    ResponseEntity<?> approve(@PathVariable UUID id, HttpServletRequest request, Principal caller) {
        return switch (changes.approve(code(caller), new ConversationId(id), tree(body(request)))) {
            case Approving.Done(Changes.Item item) -> ResponseEntity.ok(item);
            case Approving.Faulty(List<Violation> why) -> Problem.INVALID.answer(why);
            case Approving.NotPossible(String why) ->
                    Problem.NOT_POSSIBLE.answer(why, "Look at the notification as it stands.");
            case Approving.NotFound none -> throw Refused.notFound();
        };
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Start a change of commissioner for another reason than a move",
            description =
                    "A change of GP, or a move within the authority's area; by the old commissioner"
                        + " or the authority. The plan must be on record. The old commissioner is"
                        + " told at once and its notification prepared. Send the same again, byte"
                        + " for byte, when no answer came: it is started once.")
    @Takes(examples = "change-of-commissioner")
    @Answers(
            value = {"201:notification-waiting", "200:notification-waiting"},
            problems = {Problem.MALFORMED, Problem.CONFLICT, Problem.TOO_LARGE, Problem.INVALID})
    ResponseEntity<?> start(HttpServletRequest request, Principal caller) {
        byte[] body = body(request);
        return switch (changes.start(
                new Changes.By(code(caller), null), tree(body), Rows.sha256(body))) {
            case Starting.Started(Changes.Item item) ->
                    ResponseEntity.status(HttpStatus.CREATED).body(item);
            case Starting.AlreadyStarted(Changes.Item item) -> ResponseEntity.ok(item);
            case Starting.Faulty(List<Violation> why) -> Problem.INVALID.answer(why);
            case Starting.Taken taken ->
                    Problem.CONFLICT.answer(
                            "Another change has this id, with other content.",
                            "Give each change an id of its own; repeat one byte for byte.");
        };
    }

    private byte[] body(HttpServletRequest request) {
        return Body.read(request, settings.maxMessage());
    }

    private static Map<String, Object> tree(byte[] body) {
        return switch (StrictJson.read(body)) {
            case StrictJson.Tree(Map<String, Object> tree) -> tree;
            case StrictJson.NotJson(Violation why) -> throw new Refused(Problem.MALFORMED, why);
        };
    }

    private static OrganisationCode code(Principal caller) {
        return new OrganisationCode(caller.getName());
    }

    private static ChangeState state(String word) {
        return Code.find(ChangeState.class, word)
                .orElseThrow(
                        () ->
                                Refused.malformed(
                                        "",
                                        "state is no state of a change of commissioner.",
                                        "Use one of "
                                                + Arrays.stream(ChangeState.values())
                                                        .map(ChangeState::code)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }
}
