package org.ehcexchange.console;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the pages of a worktray show.
final class TrayView {

    private TrayView() {}

    /// All that was asked of one body.
    record Contents(List<Line> open, List<Line> done) {}

    /// One request; nothing in it says who the child is.
    ///
    /// @param due absent when nothing is due
    /// @param with who of the body, or beyond it, is to write it; absent while nobody is
    record Line(
            String path,
            String caseReference,
            String from,
            String adviceType,
            Words.Tag state,
            @Nullable String due,
            @Nullable String left,
            boolean overdue,
            @Nullable String with) {}

    /// One request, to read and to act on.
    ///
    /// @param isNew whether it can be acknowledged
    /// @param takeBack the id of the answer that can still be taken back; absent where none can
    record Request(
            String id,
            Line line,
            String purpose,
            Sheet sheet,
            List<Card.Attachment> documents,
            boolean open,
            boolean isNew,
            boolean begun,
            List<String> handOuts,
            List<Colleague> colleagues,
            @Nullable String takeBack) {}

    /// Somebody of the same body.
    record Colleague(String signIn, String name) {}
}
