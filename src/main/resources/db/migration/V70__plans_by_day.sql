-- What other modules join to a plan that moves: the duties of either authority that are not done yet.
create view transfer_clock as
    select conversation_id, owed_by, rule, due_on, state, excused_by
    from running_clock
    where rule in ('transfer', 'tell-family', 'review-by') and conversation_id is not null
        and met_on is null and stopped_on is null;
