-- Plans that move from one authority to another. Their conversation says how far each has come.
create table plan_transfer (
    conversation_id     uuid primary key references conversation,
    old_authority       text    not null,
    new_authority       text    not null,
    plan_reference      text    not null,
    message_id          uuid    not null, -- of the plan as it was sent last
    sha256              text    not null, -- of that message as it was cleared, in canonical JSON
    send_on             date,             -- Europe/London, as all days here; absent: at once
    moved_on            date    not null,
    aware_on            date    not null,
    made_or_reviewed_on date    not null, -- the later of the two
    open_requests       text    not null, -- withdraw, re-point
    received_on         date,             -- the new authority's exchange first held the plan whole
    accepted_on         date,
    transferred_on      date,             -- from when the new authority answers for it; absent until accepted
    settled_at          timestamptz,      -- when every adviser of an open request had been told
    over                boolean not null  -- stands in no other transfer's way: never left, or the plan came back
);
-- One plan goes to one authority.
create unique index plan_transfer_of_plan on plan_transfer (old_authority, plan_reference) where not over;
create index plan_transfer_from on plan_transfer (old_authority, transferred_on) where transferred_on is not null;
create index plan_transfer_to on plan_transfer (new_authority, transferred_on) where transferred_on is not null;
create index plan_transfer_unsettled on plan_transfer (conversation_id)
    where transferred_on is not null and settled_at is null;
create index plan_transfer_waiting on plan_transfer (send_on) where send_on is not null;

-- The few conversations that are not about advice, found without reading the many that are.
create index conversation_of_authority_by_kind on conversation (authority, kind, opened_at desc, id desc)
    where kind <> 'advice';
create index conversation_of_adviser_by_kind on conversation (adviser, kind, opened_at desc, id desc)
    where kind <> 'advice';
create index conversation_held_for_the_day on conversation (id) where state = 'held-for-the-day';
