-- The keys that sign access tokens, shared by every instance; kept past their last signature, so
-- that every token still valid can be verified.
create table signing_key (
    kid        text primary key,
    jwk        text        not null, -- private JSON Web Key (RFC 7517)
    created_at timestamptz not null  -- real time: tokens do not follow the demo's clock
);
create index signing_key_newest on signing_key (created_at desc);
