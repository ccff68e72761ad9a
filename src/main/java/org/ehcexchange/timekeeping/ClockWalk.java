package org.ehcexchange.timekeeping;

/// Walks along an index that begins with one body and goes on with rule, state and due day: from
/// rule to rule and state to state, at most a page of each, however many clocks there are.
final class ClockWalk {

    private ClockWalk() {}

    /// @param column the body's
    /// @param bodies the parameter that lists the codes of the body
    /// @param narrowed a condition on `k`, for what the body alone does not decide
    static String along(String column, String bodies, String narrowed) {
        return """
        (with recursive rules as (
           select b.body, (select min(rule) from running_clock where %1$s = b.body) as rule
           from unnest(string_to_array(:%2$s, ',')) b(body)
           union all
           select r.body,
             (select min(k.rule) from running_clock k where k.%1$s = r.body and k.rule > r.rule)
           from rules r where r.rule is not null)
         select k.* from rules r
           cross join unnest(string_to_array(:states, ',')) s(state)
           cross join lateral (
             select * from running_clock k
             where k.%1$s = r.body and k.rule = r.rule and k.state = s.state and %3$s
               and (k.due_on, k.id) > (cast(:dueOn as date), cast(:after as uuid))
             order by k.due_on, k.id limit :limit) k
         where cast(:rule as text) is null or r.rule = :rule)
        """
                .formatted(column, bodies, narrowed);
    }
}
