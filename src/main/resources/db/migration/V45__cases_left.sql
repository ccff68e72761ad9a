-- Cases whose child moved to another authority: history from that day on. What is still asked in them is taken back.
create table case_left (
    authority      text not null,
    case_reference text not null,
    how            text not null, -- transferred, exported
    left_on        date not null, -- Europe/London
    successor      text,          -- the new authority; absent where nobody said
    open_requests  text not null, -- withdraw, re-point
    primary key (authority, case_reference)
);
create index case_left_exported on case_left (authority, left_on) where how = 'exported';

-- What is still asked is found by looking, not by a mark that a crash or a latecomer could get past.
drop index plan_transfer_unsettled;
alter table plan_transfer drop column settled_at;

-- An authority's own duties in a case, those that a plan's transfer laid on it among them.
create index running_clock_own_of_case on running_clock (authority, case_reference)
    where conversation_id is null or owed_by = authority;
