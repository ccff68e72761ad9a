-- Transfers of plans that people have begun to write, deleted once they are sent.
create table plan_draft (
    id         uuid        primary key, -- what the transfer's conversation will be called
    owner      text        not null,    -- organisation code
    entered    text        not null,    -- JSON as it was entered: personal data
    saved_by   text        not null,    -- what whoever saved it last signs in with
    saved_at   timestamptz not null
);
create index plan_draft_of_owner on plan_draft (owner, saved_at desc);

-- Plans that were called back, looked for regularly: those of which that has not been said yet.
create index conversation_plan_recalled on conversation (id) where kind = 'plan-transfer' and state = 'recalled';
