-- How advice kept to its time is told from the clocks alone, by an index that has all of it.
alter table running_clock add column advice_type text; -- of the request it is about; absent where it is about no advice

update running_clock k set advice_type = c.advice_type
from conversation c where c.id = k.conversation_id and k.rule = 'advice-return';

create index running_clock_of_advice on running_clock (authority, due_on)
    include (advice_type, owed_by, met_on, state, excused_by) where rule = 'advice-return';

create or replace view advice_clock as
    select conversation_id, authority, owed_by as adviser, started_on as received_on, due_on, met_on,
        state, excused_by, advice_type
    from running_clock where rule = 'advice-return';
