package org.ehcexchange.worktray;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.worktray.Entered.Day;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A transfer that somebody began to write, as they entered it: right, wrong or unfinished.
///
/// @param id what the transfer's conversation will be called
/// @param messageId what the message will be called, so that sending it twice sends it once
/// @param inReplyTo the question that the plan is sent anew to answer; absent where it goes first
/// @param boxes what was entered, by the name of its box; what was left empty is not there
/// @param documents what goes with the plan, each an appendix of section K
public record PlanDraft(
        UUID id,
        UUID messageId,
        @Nullable UUID inReplyTo,
        Map<String, String> boxes,
        List<DocumentReference> documents) {

    public PlanDraft {
        boxes = Map.copyOf(boxes);
        documents = List.copyOf(documents);
    }

    /// Nothing yet.
    public static PlanDraft begun() {
        return new PlanDraft(UUID.randomUUID(), UUID.randomUUID(), null, Map.of(), List.of());
    }

    /// An answer to a question about a plan.
    static PlanDraft answering(Envelope question) {
        return new PlanDraft(
                question.conversationId().value(),
                UUID.randomUUID(),
                question.messageId().value(),
                Map.of(),
                List.of());
    }

    public String text(PlanField field) {
        return text(field.path());
    }

    public Day day(PlanField field) {
        List<String> names = field.boxes();
        return new Day(text(names.get(0)), text(names.get(1)), text(names.get(2)));
    }

    private String text(String box) {
        return boxes.getOrDefault(box, "");
    }

    /// Whether all that is asked of the field is still empty.
    public boolean lacks(PlanField field) {
        return field.boxes().stream().allMatch(box -> text(box).isEmpty());
    }

    /// With this in its boxes; an empty text empties one.
    public PlanDraft with(Map<String, String> entered) {
        Map<String, String> all = new LinkedHashMap<>(boxes);
        all.putAll(entered);
        all.values().removeIf(String::isBlank);
        return new PlanDraft(id, messageId, inReplyTo, all, documents);
    }

    public PlanDraft with(DocumentReference document) {
        List<DocumentReference> all = new ArrayList<>(documents);
        all.add(document);
        return new PlanDraft(id, messageId, inReplyTo, boxes, all);
    }

    public PlanDraft without(UUID document) {
        return new PlanDraft(
                id,
                messageId,
                inReplyTo,
                boxes,
                documents.stream().filter(one -> !one.id().equals(document)).toList());
    }

    /// The same, in a message of its own: what was refused is on record under its id.
    PlanDraft anew() {
        return new PlanDraft(id, UUID.randomUUID(), inReplyTo, boxes, documents);
    }

    @Override
    public String toString() {
        return "PlanDraft[" + id + ", the rest not shown]";
    }
}
