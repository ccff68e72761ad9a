-- What people of bodies without a system of their own have begun to write, deleted once it is sent.
create table worktray_draft (
    conversation_id uuid        not null references conversation,
    owner           text        not null, -- organisation code
    entered         text        not null, -- JSON as it was entered: personal data
    saved_at        timestamptz not null,
    primary key (conversation_id, owner)
);

-- Who of a body, or beyond it, is to write what was asked of the body.
create table worktray_hand_out (
    id              bigint generated always as identity primary key,
    conversation_id uuid        not null references conversation,
    owner           text        not null, -- organisation code
    colleague       text,                 -- what they sign in with; absent where it went beyond the body
    provider        text,                 -- who it went to beyond the body, in words
    note            text,                 -- may be personal data
    handed_by       text        not null, -- what whoever handed it out signs in with
    handed_at       timestamptz not null
);
create index worktray_hand_out_of on worktray_hand_out (owner, conversation_id, id);
