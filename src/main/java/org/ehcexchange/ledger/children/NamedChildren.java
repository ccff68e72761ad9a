package org.ehcexchange.ledger.children;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.children.ChildMatch.Known;
import org.ehcexchange.ledger.children.Recognised.Doubtful;
import org.ehcexchange.ledger.children.Recognised.Same;
import org.ehcexchange.ledger.children.Recognised.Unknown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Which child on record an authority means that names one outside a message; matched as for
/// messages.
@Component
public class NamedChildren {

    private final ChildRows rows;
    private final Children children;
    private final Audit audit;

    NamedChildren(ChildRows rows, Children children, Audit audit) {
        this.rows = rows;
        this.children = children;
        this.audit = audit;
    }

    /// What the record makes of a child that was named.
    public sealed interface Named {

        /// @param id on record, now if not before
        record Known(long id) implements Named {}

        /// Perhaps somebody on record, perhaps not: a person must say.
        ///
        /// @param why without values
        /// @param fields names of what differs or is in doubt; never empty
        record Doubtful(String why, List<String> fields) implements Named {
            public Doubtful {
                fields = List.copyOf(fields);
            }
        }

        /// Somebody else than was said before.
        record Another() implements Named {}
    }

    /// Keeps whom an authority names, unless that is in doubt, or somebody else than before.
    ///
    /// @param before the child on record that was named before; absent where none was
    public Named name(OrganisationCode by, Child child, @Nullable Long before, Instant at) {
        return switch (Recognition.of(rows.candidates(child, by), child)) {
            case Same(Known known) when before != null && known.id() != before ->
                    new Named.Another();
            case Same(Known known) -> {
                tellMark(by, child, known.protectedRecord());
                yield new Named.Known(children.known(known, child, by));
            }
            case Unknown unknown when before != null -> new Named.Another();
            case Unknown unknown -> {
                tellMark(by, child, false);
                yield new Named.Known(rows.add(child, by, at));
            }
            case Doubtful(String why, List<String> fields) -> new Named.Doubtful(why, fields);
        };
    }

    /// Keeps a child of whom a person said who it is.
    ///
    /// @return the child on record
    public long insist(OrganisationCode by, Child child, Instant at) {
        tellMark(by, child, false);
        return children.keepMeant(child, by, at);
    }

    private void tellMark(OrganisationCode by, Child child, boolean before) {
        if (child.protectedRecord() && !before) {
            audit.add(
                    new Audit.Act(
                            by.value(),
                            "protected",
                            null,
                            null,
                            Map.of("reason", "the case file says so")));
        }
    }
}
