-- Changes of the responsible health commissioner (CCG/ICB), from when the exchange hears of one until the new one is told.
-- How the notification stands after that is its conversation's to say.
create table commissioner_change (
    id                uuid primary key,     -- of the notification's conversation
    cause             text        not null, -- move-between-authorities, other
    plan_conversation uuid        not null, -- where the plan is on record that sections C and G are taken from
    plan_reference    text        not null,
    authority         text        not null, -- that has the plan before the change
    next_authority    text        not null, -- the same where the plan stays
    child_id          bigint references child, -- absent until the plan has been read
    started_by        text,                 -- whoever asked for it; absent where the move of a plan did
    stated_old        text,                 -- the commissioners as stated; absent: the directory says
    stated_new        text,
    old_commissioner  text,                 -- as they are today; absent until resolved
    new_commissioner  text,
    moved_on          date,                 -- Europe/London, as all days here; absent until the plan has been read
    aware_on          date        not null, -- from when the old commissioner's time counts
    state             text        not null, -- heard, unresolved, nothing-to-send, waiting, approved, sent, overtaken
    reason            text,                 -- why it is not, or not yet, sent; no personal data
    approved_by       text,                 -- who at the old commissioner said so; absent where it goes by itself
    approval_reason   text,
    approved_at       timestamptz,
    sendings          int         not null default 0, -- how often it was sent, to the wrong body too
    reminders         int         not null default 0,
    sha256            text,                 -- of the request that started it; absent where the move of a plan did
    heard_at          timestamptz not null,
    changed_at        timestamptz not null
);
create index commissioner_change_at_work on commissioner_change (heard_at)
    where state in ('heard', 'unresolved', 'approved');
create index commissioner_change_of_old on commissioner_change (old_commissioner, heard_at desc, id desc);
create index commissioner_change_of_authority on commissioner_change (authority, heard_at desc, id desc);
create index commissioner_change_waiting on commissioner_change (child_id) where state = 'waiting';

-- Of one child the latest notification counts.
create index conversation_notifying_of_child on conversation (child_id) where kind = 'commissioner-notification';
-- A plan by its reference, among the few messages that carry one.
create index message_by_plan on message ((canonical::jsonb -> 'plan' ->> 'reference'))
    where type in ('plan-copy', 'plan-transfer');

-- What other modules join to a notification's conversation: how its old commissioner's duty stands.
create view commissioner_clock as
    select conversation_id, authority, owed_by, owed_to, due_on, met_on, state
    from running_clock where rule in ('ccg-move', 'ccg-other') and conversation_id is not null;
