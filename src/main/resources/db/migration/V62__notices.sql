-- What people are told by email; nothing is written here unless exchange.notices is set, and nothing in it says who a child is.

-- One person is told one stage of one thing once.
create table notice (
    id              bigint generated always as identity primary key,
    person          text        not null, -- what they sign in with
    organisation    text        not null, -- whose person they are
    stage           text        not null,
    thing           uuid        not null, -- a conversation, a clock or what is held, as the stage says
    occurrence      text        not null, -- tells one time that it came to the stage from the next
    conversation_id uuid,                 -- absent where it is about none
    happened_at     timestamptz not null,
    not_before      timestamptz not null,
    state           text        not null default 'waiting', -- waiting, told, over, given-up
    mail_id         uuid,                 -- the email that tells it; absent until there is one
    unique (person, stage, thing, occurrence)
);
create index notice_waiting on notice (not_before) where state = 'waiting' and mail_id is null;
create index notice_over on notice (happened_at) where state = 'over';
create index notice_of_mail on notice (mail_id) where mail_id is not null;

-- An email as it is sent, however often it is tried. A person has at most one that waits: what happens meanwhile goes into the next.
create table notice_mail (
    id         uuid        primary key, -- what its Message-ID is made of
    person     text        not null,
    subject    text        not null,
    body       text        not null,
    made_at    timestamptz not null,
    state      text        not null default 'ready', -- ready, sent, given-up
    attempts   int         not null default 0,       -- refused ones; none is spent while the mail server is away
    not_before timestamptz not null,
    ended_at   timestamptz
);
create unique index notice_mail_ready on notice_mail (person) where state = 'ready';
create index notice_mail_ended on notice_mail (ended_at) where state <> 'ready';

-- How far the record was read for what to tell. Whoever holds its lock looks; the other instances do not.
create table notice_place (
    only_row boolean primary key default true check (only_row),
    seq      bigint not null,
    next_seq bigint not null,
    next_xid bigint not null
);
