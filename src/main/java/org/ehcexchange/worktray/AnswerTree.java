package org.ehcexchange.worktray;

import org.ehcexchange.worktray.Entered.Reason;
import org.ehcexchange.worktray.Entered.Relied;
import org.ehcexchange.worktray.Entered.Search;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes what was entered on one form as the fields of an advice return, for the canonical reader
/// to judge: what was left empty is left out.
final class AnswerTree {

    private final Map<String, Object> tree = new LinkedHashMap<>();

    private AnswerTree() {}

    static Map<String, Object> of(AnswerForm form, Entered entered) {
        AnswerTree answer = new AnswerTree().put("outcome", form.code());
        switch (form) {
            case PROVIDED ->
                    answer.put("needs", entered.needs())
                            .put("outcomes", entered.outcomes())
                            .put("provision", entered.provision());
            case NOTHING_KNOWN ->
                    answer.put(
                            "searched",
                            entered.searched().stream().map(AnswerTree::search).toList());
            case LATE ->
                    answer.put("exception", exception(entered.exception()))
                            .put("expectedBy", entered.expectedBy().written());
            case DECLINED ->
                    answer.put(
                            "reasons", entered.reasons().stream().map(AnswerTree::reason).toList());
        }
        return answer.tree;
    }

    private static Map<String, Object> search(Search search) {
        return new AnswerTree()
                .put("identifier", search.identifier())
                .put("where", search.where().strip())
                .put("on", search.on().written())
                .tree;
    }

    private static Map<String, Object> reason(Reason reason) {
        return new AnswerTree().put("code", reason.code()).put("text", reason.text().strip()).tree;
    }

    private static Map<String, Object> exception(Relied exception) {
        return new AnswerTree()
                .put("kind", exception.kind())
                .put("reason", exception.reason().strip())
                .put("from", exception.from().written())
                .put("to", exception.to().written())
                .put("author", exception.author().strip())
                .tree;
    }

    private AnswerTree put(String name, @Nullable Object value) {
        boolean isSaid =
                switch (value) {
                    case null -> false;
                    case String text -> !text.isEmpty();
                    case List<?> list -> !list.isEmpty();
                    default -> true;
                };
        if (isSaid) {
            tree.put(name, value);
        }
        return this;
    }
}
