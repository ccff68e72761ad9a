-- The record: what came, what went and what was decided. Personal data lives here and nowhere else.

create table child (
    id              bigint generated always as identity primary key,
    reference       text        not null,
    nhs_number      text,
    upn             text,
    family_name_key text        not null, -- without case, accents, hyphens and apostrophes, parts in order
    date_of_birth   date        not null,
    first_seen_at   timestamptz not null
);
create unique index child_by_nhs_number on child (nhs_number) where nhs_number is not null;
create index child_by_upn on child (upn) where upn is not null;

-- One request to one body and all that answers it.
create table conversation (
    id                 uuid primary key,
    authority          text        not null,
    adviser            text        not null,
    case_reference     text        not null,
    advice_type        text        not null,
    child_id           bigint references child,
    state              text        not null, -- see Moves
    revision           int         not null, -- FHIR Task.meta.versionId
    opened_at          timestamptz not null,
    changed_at         timestamptz not null,
    request_id         uuid        not null, -- message_id of the request
    received_on        date,                 -- Europe/London day the adviser received the request
    due_on             date,
    rule               text,                 -- clock rule and version the dates were counted by
    provision          text,
    first_reminder_on  date,
    second_reminder_on date,
    reminders_sent     int         not null default 0,
    met_on             date,
    exception          jsonb,                -- evidence for lateness; the due date does not move
    expected_by        date
);
create index conversation_by_case on conversation (case_reference);
create index conversation_recent on conversation (authority, opened_at desc);
create index conversation_of_adviser on conversation (adviser, changed_at);
create index conversation_running on conversation (due_on) where met_on is null and due_on is not null;
create index conversation_by_state on conversation (state, opened_at desc);

create table message (
    seq                bigint generated always as identity primary key,
    held_id            uuid,                 -- what people call it while it is held
    message_id         uuid        not null,
    sender             text        not null,
    recipient          text        not null,
    conversation_id    uuid        not null references conversation,
    in_reply_to        uuid,
    type               text        not null,
    state              text        not null, -- accepted, held, refused, flagged, superseded, rejected
    note               text,                 -- why, when it is not plainly accepted; no personal data
    reasons            jsonb,                -- violations of a refusal
    door               text        not null,
    media_type         text        not null,
    original           bytea       not null, -- the bytes as they came
    sha256             text        not null, -- of the bytes as they came
    canonical          text        not null, -- canonical JSON
    revision           int         not null, -- the conversation's once this message is applied
    conversation_state text        not null, -- the conversation's once this message is applied
    accepted_at        timestamptz not null,
    receipt            text        not null, -- JSON; the same for every repeat
    unique (sender, message_id)
);
create index message_of_conversation on message (conversation_id, seq);
create index message_by_id on message (message_id);
create index message_held on message (seq) where state = 'held';
create unique index message_by_held_id on message (held_id) where held_id is not null;

create table message_document (
    message_seq bigint not null references message,
    document_id uuid   not null,
    sha256      text   not null,
    primary key (message_seq, document_id)
);
create index message_document_by_id on message_document (document_id);
create index message_document_by_sha256 on message_document (sha256);

create table delivery (
    id              uuid primary key,
    seq             bigint generated always as identity,
    message_seq     bigint      not null references message,
    conversation_id uuid        not null,
    recipient       text        not null,
    status          text        not null, -- ready, queued, sending, collect, delivered, dead, discarded, refused
    round           int         not null default 0, -- how often it went to the broker
    attempts        int         not null default 0, -- how often the partner was really tried
    not_before      timestamptz not null,
    changed_at      timestamptz not null,
    reason          text,                 -- of the last failure; no personal data
    owner           text,                 -- who must act on a dead one
    proof           text,
    wire            bytea,                -- the bytes as they went
    delivered_at    timestamptz
);
create index delivery_open on delivery (recipient, conversation_id, seq)
    where status in ('ready', 'queued', 'sending', 'dead');
create index delivery_ready on delivery (not_before, seq) where status = 'ready';
create index delivery_under_way on delivery (changed_at) where status in ('queued', 'sending');
create index delivery_to_collect on delivery (recipient, seq) where status = 'collect';
create index delivery_dead on delivery (seq) where status = 'dead';
create index delivery_of_message on delivery (message_seq);
create index delivery_of_conversation on delivery (conversation_id);

create table delivery_attempt (
    delivery_id uuid        not null references delivery,
    at          timestamptz not null,
    outcome     text        not null, -- sent, try-again, unreachable, failed
    reason      text
);
create index delivery_attempt_of on delivery_attempt (delivery_id, at);

-- A partner that is down, or was paused by a person; only its own deliveries wait.
create table partner_pause (
    partner  text primary key,
    since    timestamptz not null,
    reason   text        not null,
    by_hand  boolean     not null,
    paused_by text,                  -- the organisation whose person paused it
    probe_at timestamptz not null,
    probes   int         not null default 0
);

create table audit (
    id              bigint generated always as identity primary key,
    at              timestamptz not null,
    actor           text        not null, -- organisation code, or "exchange"
    act             text        not null, -- accepted, refused, held, released, delivered, dead, replayed, …
    message_id      uuid,
    conversation_id uuid,
    detail          jsonb                 -- reasons, grounds, what was withheld; no personal data
);
create index audit_of_conversation on audit (conversation_id, id);
create index audit_of_message on audit (message_id);

-- How far the demo's clock has been moved forward.
create table demo_clock (
    only_row boolean primary key default true check (only_row),
    ahead_seconds bigint not null
);
