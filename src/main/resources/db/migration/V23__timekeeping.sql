-- Every running clock: what the law wants done by when, who owes it, and how it stands.

-- One date worked out whole, for every clock that started alike; never changed.
create table clock_working (
    id       uuid  primary key,  -- follows from the working, so that the same one is kept once
    rule     text  not null,
    version  int   not null,
    calendar text  not null,     -- which working days it was counted by
    events   jsonb not null,     -- the days it was worked from, by name
    working  json  not null      -- as it was explained then
);

-- A clock's subject is a conversation, or else a case of an authority. The working is no foreign
-- key: every clock of a day would lock the same one row.
create table running_clock (
    id              uuid   primary key default gen_random_uuid(),
    conversation_id uuid,                          -- absent when it is about the case
    authority       text   not null,               -- whose conversation or case it is
    case_reference  text,                          -- absent where a conversation has none
    rule            text   not null,
    version         int    not null,
    working_id      uuid   not null,               -- of clock_working
    provision       text   not null,
    owed_by         text   not null,               -- organisation code
    owed_to         text,                          -- organisation code; absent: the family
    bound           text   not null,               -- deadline, not-before
    started_on      date   not null,               -- all days are Europe/London
    due_soon_on     date   not null,
    due_on          date   not null,               -- moved by nothing
    reminders       date[] not null,
    reminders_sent  int    not null default 0,
    met_on          date,
    stopped_on      date,                          -- what it counted towards was taken back
    excused_by      text,                          -- the accepted excuse's kind
    excused_since   date,                          -- when it was put on record
    excused_until   date,                          -- the last day it holds
    excuses         jsonb  not null default '[]',  -- all that were given, the refused ones too
    state           text   not null,               -- as on the day it was last looked at
    since           date   not null,               -- the legal day on which that state began
    turns_on        date,                          -- when time alone changes it next
    reminds_on      date generated always as (case when met_on is null and stopped_on is null
                      then reminders[reminders_sent + 1] end) stored
);
create unique index running_clock_of_conversation on running_clock (conversation_id, rule)
    where conversation_id is not null;
create unique index running_clock_of_case on running_clock (authority, case_reference, rule)
    where conversation_id is null;
create index running_clock_by_authority on running_clock (authority, rule, state, due_on, id);
create index running_clock_by_body on running_clock (owed_by, rule, state, due_on, id);
create index running_clock_turning on running_clock (turns_on) where turns_on is not null;
create index running_clock_reminding on running_clock (rule, reminds_on) where reminds_on is not null;

-- What other modules join to a conversation: its own clock, in few words.
create view advice_clock as
    select conversation_id, authority, owed_by as adviser, started_on as received_on, due_on, met_on,
        state, excused_by
    from running_clock where rule = 'advice-return';

-- The clocks that ran before they had a table. Each day was counted and none was listed, so the
-- working is made here as it was counted then: six weeks of the day of receipt.
create temporary table clock_before on commit drop as
    select v.id, v.authority, v.adviser, v.case_reference, v.provision,
        split_part(v.rule, '@', 1) as rule, split_part(v.rule, '@', 2)::int as version,
        v.received_on, v.due_on, v.first_reminder_on, v.second_reminder_on, v.reminders_sent,
        v.met_on, v.exception, v.expected_by,
        case when v.state = 'withdrawn' and v.met_on is null
            then (v.changed_at at time zone 'Europe/London')::date end as stopped_on,
        case when v.exception is not null
            then coalesce((select (max(m.accepted_at) at time zone 'Europe/London')::date
                    from message m where m.conversation_id = v.id and m.sender = v.adviser
                      and m.type = 'advice-return' and m.state = 'accepted'
                      and m.canonical::json ->> 'outcome' = 'late'),
                (v.changed_at at time zone 'Europe/London')::date) end as excused_since,
        greatest((v.exception ->> 'to')::date, v.expected_by) as excused_until
    from conversation v where v.due_on is not null;

create temporary table working_before on commit drop as
    select b.*, md5(b.working::text)::uuid as id
    from (
        select d.*, json_build_object(
            'rule', d.rule, 'version', d.version, 'calendar', 'no working days are counted',
            'provision', d.provision,
            'duty', 'The body that was asked for advice gives it to the authority that asked.',
            'explanation', 'The body has 6 weeks from the day it received the request, whenever it was sent.',
            'events', json_build_object('receivedOn', d.received_on),
            'bound', 'deadline',
            'startedOn', d.received_on, 'dueSoonOn', d.second_reminder_on, 'dueOn', d.due_on,
            'reminders', json_build_array(d.first_reminder_on, d.second_reminder_on),
            'limbs', json_build_array(json_build_object(
                'words', '6 weeks of ' || d.received_on || ', the day the body received the request',
                'on', d.due_on, 'governs', true,
                'days', (select json_agg(case when n = 0
                    then json_build_object('date', d.received_on,
                        'why', 'does not count: the period begins next to this day')
                    else json_build_object('date', d.received_on + n, 'number', n,
                        'why', 'counts: every calendar day does') end order by n)
                    from generate_series(0, d.due_on - d.received_on) n)))) as working
        from (select distinct rule, version, provision, received_on, due_on,
            first_reminder_on, second_reminder_on from clock_before) d) b;

insert into clock_working (id, rule, version, calendar, events, working)
    select id, rule, version, 'no working days are counted', jsonb_build_object('receivedOn', received_on), working
    from working_before;

-- Running means: looked at last on the day it began. The first look after this finds the rest.
insert into running_clock (conversation_id, authority, case_reference, rule, version, working_id,
        provision, owed_by, owed_to, bound, started_on, due_soon_on, due_on, reminders,
        reminders_sent, met_on, stopped_on, excused_by, excused_since, excused_until, excuses,
        state, since, turns_on)
    select b.id, b.authority, b.case_reference, b.rule, b.version, w.id,
        b.provision, b.adviser, b.authority, 'deadline', b.received_on, b.second_reminder_on,
        b.due_on, array[b.first_reminder_on, b.second_reminder_on],
        b.reminders_sent, b.met_on, b.stopped_on,
        b.exception ->> 'kind', b.excused_since, case when b.exception is not null then b.excused_until end,
        case when b.exception is null then '[]' else jsonb_build_array(jsonb_build_object(
            'evidence', b.exception || jsonb_build_object('expectedBy', b.expected_by),
            'givenOn', b.excused_since, 'until', b.excused_until, 'reasons', '[]'::jsonb)) end,
        case when b.met_on > b.due_on then 'met-late' when b.met_on is not null then 'met'
            when b.stopped_on is not null then 'stopped' else 'running' end,
        coalesce(b.met_on, b.stopped_on, b.received_on),
        case when b.met_on is null and b.stopped_on is null then b.second_reminder_on end
    from clock_before b join working_before w using (rule, version, provision, received_on, due_on,
        first_reminder_on, second_reminder_on);

alter table conversation
    drop column received_on, drop column due_on, drop column rule, drop column provision,
    drop column first_reminder_on, drop column second_reminder_on, drop column reminders_sent,
    drop column met_on, drop column exception, drop column expected_by;
