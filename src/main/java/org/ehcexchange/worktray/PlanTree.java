package org.ehcexchange.worktray;

import org.ehcexchange.canonical.DocumentReference;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes what was entered of a plan as the fields of its message, for the canonical reader to
/// judge: what was left empty is left out.
final class PlanTree {

    /// The plan leaves on the day of the move.
    static final String ON_THE_DAY = "moved-on";

    private final PlanDraft draft;

    private PlanTree(PlanDraft draft) {
        this.draft = draft;
    }

    static Map<String, Object> of(PlanDraft draft) {
        PlanTree plan = new PlanTree(draft);
        Map<String, Object> tree = plan.part("");
        tree.put("child", plan.part("child-"));
        tree.put("plan", plan.plan());
        Map<String, Object> commissioners = plan.part("commissioners-");
        if (!commissioners.isEmpty()) {
            tree.put("commissioners", commissioners);
        }
        return tree;
    }

    private Map<String, Object> plan() {
        Map<String, Object> plan = part("plan-");
        plan.put("sections", part("plan-sections-"));
        plan.put("appendices", draft.documents().stream().map(PlanTree::appendix).toList());
        return plan;
    }

    private static Map<String, Object> appendix(DocumentReference document) {
        return Map.of("title", document.title(), "document", document.id().toString());
    }

    private Map<String, Object> part(String part) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Arrays.stream(PlanField.values())
                .filter(field -> field.isIn(part))
                .forEach(field -> put(tree, field));
        return tree;
    }

    private void put(Map<String, Object> tree, PlanField field) {
        Object value = value(field);
        if (value != null) {
            tree.put(field.word(), value);
        }
    }

    private @Nullable Object value(PlanField field) {
        String text = draft.text(field);
        if (field == PlanField.SEND_ON) {
            return text.equals(ON_THE_DAY) ? draft.day(PlanField.MOVED_ON).written() : null;
        }
        if (field == PlanField.K && text.isEmpty()) {
            return listed();
        }
        return switch (field.shape()) {
            case DAY -> draft.day(field).written();
            case TICK -> text.isEmpty() ? null : Boolean.TRUE;
            case LINE, CHOICE, PROSE -> text.isEmpty() ? null : written(field, text);
        };
    }

    /// As messages write what people write with spaces, or without capitals.
    private static Object written(PlanField field, String text) {
        return switch (field) {
            case GIVEN_NAMES -> List.of(text.split("\\s+"));
            case NHS_NUMBER -> text.replace(" ", "");
            case UPN, POSTCODE -> text.toUpperCase(Locale.UK);
            default -> text;
        };
    }

    /// What section K has where nobody wrote it: the documents that go with the plan.
    private @Nullable String listed() {
        return draft.documents().isEmpty()
                ? null
                : draft.documents().stream()
                        .map(DocumentReference::title)
                        .collect(Collectors.joining("\n"));
    }
}
