-- Parts that another exchange announced and pushes. The bytes are files of their own until a message
-- names them; then they become documents.
create table document_part (
    owner        text        not null, -- the organisation that pushes it
    sha256       text        not null,
    size         bigint      not null, -- bytes, as announced
    media_type   text        not null, -- as announced
    touched_at   timestamptz not null, -- when it was announced or last grew; the abandoned are swept
    whole        boolean     not null default false, -- every byte is here, and hash and type agree
    primary key (owner, sha256)
);
create index document_part_by_age on document_part (touched_at);

-- What this exchange sealed for others, as exact bytes. What others sealed is in message.original.
create table sealed_message (
    sha256          text primary key,     -- of the bytes
    sender          text        not null,
    message_id      uuid        not null, -- sealed again after a change of keys, a message has several
    recipient       text        not null,
    conversation_id uuid        not null,
    jws             bytea       not null,
    sealed_at       timestamptz not null  -- real time
);
create index sealed_message_of on sealed_message (sender, message_id);
create index sealed_message_of_conversation on sealed_message (conversation_id);

-- Receipts as exact bytes: those that came for what was sent, and those given for what was received.
create table sealed_receipt (
    sender          text        not null, -- of the message
    message_id      uuid        not null,
    recipient       text        not null, -- of the message; it signed the receipt
    conversation_id uuid        not null,
    sealed_sha256   text        not null, -- of the sealed message that it is for
    jws             bytea       not null,
    stored_at       timestamptz not null, -- real time
    primary key (sender, message_id)
);
create index sealed_receipt_of_conversation on sealed_receipt (conversation_id);
