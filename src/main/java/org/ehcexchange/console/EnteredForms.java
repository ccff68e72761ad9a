package org.ehcexchange.console;

import org.ehcexchange.worktray.AnswerForm;
import org.ehcexchange.worktray.Entered;
import org.ehcexchange.worktray.Entered.Day;
import org.ehcexchange.worktray.Entered.Reason;
import org.ehcexchange.worktray.Entered.Relied;
import org.ehcexchange.worktray.Entered.Search;
import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.stream.IntStream;

/// Reads what a form sent into what was entered before; the other forms' parts stay.
///
/// Fields that repeat come as lists of one length, because empty boxes are sent, too.
record EnteredForms(MultiValueMap<String, String> fields) {

    Entered into(Entered before, AnswerForm form) {
        return switch (form) {
            case PROVIDED -> before.withAdvice(all("needs"), all("outcomes"), all("provision"));
            case NOTHING_KNOWN ->
                    before.withSearched(each("where").mapToObj(this::search).toList());
            case DECLINED -> before.withReasons(each("text").mapToObj(this::reason).toList());
            case LATE ->
                    before.withException(
                            new Relied(
                                    at("kind", 0),
                                    at("reason", 0),
                                    day("from", 0),
                                    day("to", 0),
                                    at("author", 0)),
                            day("expectedBy", 0));
        };
    }

    private Search search(int row) {
        return new Search(at("identifier", row), at("where", row), day("on", row));
    }

    private Reason reason(int row) {
        return new Reason(at("code", row), at("text", row));
    }

    private Day day(String name, int row) {
        return new Day(at(name + "-day", row), at(name + "-month", row), at(name + "-year", row));
    }

    private IntStream each(String name) {
        return IntStream.range(0, all(name).size());
    }

    private String at(String name, int row) {
        List<String> all = all(name);
        return row < all.size() ? all.get(row).replace("\r\n", "\n").strip() : "";
    }

    private List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    @Override
    public String toString() {
        return "EnteredForms[not shown]";
    }
}
