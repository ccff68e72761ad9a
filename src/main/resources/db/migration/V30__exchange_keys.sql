-- The exchange's own keys have owners: access tokens, or the organisation that seals with them.
alter table signing_key add column owner text not null default 'access-tokens';
alter table signing_key add column signs_from timestamptz not null default now(); -- real time
update signing_key set signs_from = created_at;
drop index signing_key_newest;
create index signing_key_of_owner on signing_key (owner, signs_from desc);

-- Each key of a partner that proved something here, kept when the directory pins it no more.
create table partner_key (
    organisation text        not null,
    kid          text        not null, -- thumbprint (RFC 7638)
    jwk          text        not null, -- public JSON Web Key (RFC 7517)
    valid_from   timestamptz,
    valid_until  timestamptz,
    seen_at      timestamptz not null,
    primary key (organisation, kid)
);
