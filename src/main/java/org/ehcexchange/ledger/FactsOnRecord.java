package org.ehcexchange.ledger;

import org.ehcexchange.disclosure.Facts;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;

/// What authorities have put on record of a child, as the disclosure gate is to know it.
///
/// Queries that are made anyway fetch it in a column of its own, so that the usual case, in which
/// nothing is on record, costs a look at an index and no query more.
public interface FactsOnRecord {

    /// A column `facts` for a query that has a conversation under the name that is filled in: what
    /// is on record of its child, and whose conversation it is. The view keeps the case files'
    /// tables to themselves.
    String COLUMN =
            """
            (select jsonb_build_object('of', %1$s.authority, 'facts', jsonb_agg(f.fact order by f.seq))::text
             from fact_on_record f where f.child_id = %1$s.child_id having count(*) > 0) as facts
            """;

    /// What counts of it: what that authority put on record, and whoever is one with it today.
    ///
    /// @param columns what was fetched; none when nothing is on record
    /// @param protectedChild whether the child is on record as protected
    Facts readAll(Collection<String> columns, boolean protectedChild);

    /// @param column what [#COLUMN] fetched; absent when nothing is on record
    default Facts read(@Nullable String column, boolean protectedChild) {
        return readAll(column == null ? List.of() : List.of(column), protectedChild);
    }
}
