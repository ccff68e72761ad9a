-- What an authority puts on record of a case: added to, never changed. Free text lives here and in no audit.

create table case_file (
    id                      bigint generated always as identity primary key,
    authority               text        not null,
    case_reference          text        not null,
    child_id                bigint references child, -- absent until a request or the authority names the child
    assessment_requested_on date,                    -- the law counts from here; absent until somebody says
    opened_at               timestamptz not null,
    state                   text        not null default 'open', -- open, closed
    unique (authority, case_reference)
);
create index case_file_recent on case_file (authority, opened_at desc, id desc);
create index case_file_of_child on case_file (child_id, authority) where child_id is not null;

create table case_record (
    seq         bigint generated always as identity primary key,
    case_id     bigint      not null references case_file,
    record_id   uuid        not null, -- the authority's own id of it
    kind        text        not null, -- event, exemption, consent-given, ...
    on_day      date        not null, -- Europe/London day it is about
    author      text,                 -- a post, never a name; absent where the authority itself speaks
    detail      jsonb       not null, -- as it was sent
    sha256      text        not null, -- of the bytes as they came
    recorded_at timestamptz not null,
    answer      text        not null, -- JSON; the same for every repeat
    unique (case_id, record_id)
);
create index case_record_in_order on case_record (case_id, seq);
create index case_record_facts on case_record (case_id, seq)
    where kind in ('consent-given', 'consent-withdrawn', 'objection', 'opinion', 'agreement', 'taken-back');

-- What the disclosure gate looks at, by case and by child.
create view fact_on_record as
select f.authority, f.case_reference, f.child_id, r.seq,
       jsonb_build_object('authority', f.authority, 'caseReference', f.case_reference, 'record', r.detail) as fact
from case_file f join case_record r on r.case_id = f.id
where r.kind in ('consent-given', 'consent-withdrawn', 'objection', 'opinion', 'agreement', 'taken-back');

-- Cases that were under way have a file, too.
insert into case_file (authority, case_reference, child_id, assessment_requested_on, opened_at)
select distinct on (v.authority, v.case_reference) v.authority, v.case_reference, v.child_id,
       (m.canonical::jsonb ->> 'assessmentRequestedOn')::date, v.opened_at
from conversation v join message m on m.message_id = v.request_id and m.sender = v.authority
where v.child_id is not null
order by v.authority, v.case_reference, v.opened_at;

-- An assessment is asked for once in a case. Reviews and amendments come round again: of their rules a case may
-- have a clock for another day.
drop index running_clock_of_case;
create unique index running_clock_of_case on running_clock (authority, case_reference, rule,
        (case when rule in ('decide', 'no-plan', 'final') then date '1970-01-01' else due_on end))
    where conversation_id is null;

-- Conversations that are not about advice.
alter table conversation
    alter column case_reference drop not null,
    alter column advice_type drop not null,
    add column kind text not null default 'advice'; -- advice, plan-copy
