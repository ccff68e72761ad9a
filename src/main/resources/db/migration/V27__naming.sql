-- Children that an authority named in a case file, of whom a person must say who they are.

create table held_child (
    id         uuid        primary key default gen_random_uuid(),
    case_id    bigint      not null references case_file,
    said_by    text        not null, -- organisation code
    child      jsonb       not null, -- as it was said
    why        text        not null, -- names of fields, never values
    differs    text[]      not null,
    since      timestamptz not null,
    state      text        not null default 'held', -- held, released, rejected, superseded
    decided_at timestamptz
);
create unique index held_child_of_case on held_child (case_id) where state = 'held';
create index held_child_waiting on held_child (since, id) where state = 'held';
