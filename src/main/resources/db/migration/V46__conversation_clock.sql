-- What other modules show of a conversation in a line: the clock of what was asked for in it, or of the plan that moves in it.
create view conversation_clock as
    select conversation_id, authority, owed_by as adviser, started_on as received_on, due_on, met_on,
        state, excused_by
    from running_clock where rule in ('advice-return', 'transfer') and conversation_id is not null;
