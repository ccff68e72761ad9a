package org.ehcexchange.console;

import org.ehcexchange.canonical.Code;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What a message says, as a form that was filled in: fields under headings, in the order in which
/// people read them. What was not said has no field.
record Sheet(List<Group> groups) {

    Sheet {
        groups = List.copyOf(groups);
    }

    record Group(String heading, List<Field> fields) {}

    /// @param values one, or the items of a list; a value may have several lines
    record Field(String label, List<String> values) {}

    @Override
    public String toString() {
        return "Sheet[not shown]";
    }

    /// Fills one in.
    static final class Pen {

        private final List<Group> groups = new ArrayList<>();

        /// What follows stands under this heading.
        Pen under(String heading) {
            groups.add(new Group(heading, new ArrayList<>()));
            return this;
        }

        Pen write(String label, @Nullable String value) {
            return value == null || value.isEmpty() ? this : write(label, List.of(value));
        }

        Pen write(String label, @Nullable LocalDate day) {
            return day == null ? this : write(label, Words.day(day));
        }

        Pen write(String label, @Nullable Code code) {
            return code == null ? this : write(label, Words.plain(code.code()));
        }

        Pen write(String label, Collection<String> values) {
            if (!values.isEmpty()) {
                groups.getLast().fields().add(new Field(label, List.copyOf(values)));
            }
            return this;
        }

        Sheet done() {
            return new Sheet(groups.stream().filter(group -> !group.fields().isEmpty()).toList());
        }
    }
}
