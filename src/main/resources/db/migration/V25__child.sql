-- The right child: who is protected, and what tells one child from another.

alter table child
    add column protected  boolean not null default false, -- only an authority lifts it; see Protection
    add column authority  text,                           -- whose reference it is
    add column postcode   text,                           -- only to notice a mistyped number; told to nobody
    add column also       text[]  not null default '{}',  -- day of birth and name key that a person let through besides
    add column shares_upn boolean not null default false; -- another child has this UPN too; a person let it through

update child c set authority = f.authority, postcode = f.postcode
from (select distinct on (v.child_id) v.child_id, v.authority,
        m.canonical::jsonb -> 'child' ->> 'postcode' as postcode
      from conversation v join message m on m.message_id = v.request_id and m.sender = v.authority
      where v.child_id is not null
      order by v.child_id, v.opened_at) f
where f.child_id = c.id;

-- Children without a number were written once a message until now: the first keeps the reference.
update child c set authority = null
where nhs_number is null and upn is null
  and exists (select 1 from child o where o.nhs_number is null and o.upn is null
    and o.authority = c.authority and o.reference = c.reference and o.id < c.id);
update child c set shares_upn = true
where exists (select 1 from child o where o.upn = c.upn and o.id < c.id);

-- Two first messages of one child at once make one row, whatever the child is known by.
create unique index child_once_by_upn on child (upn) where upn is not null and not shares_upn;
create unique index child_once_by_reference on child (authority, reference)
    where nhs_number is null and upn is null and authority is not null;
create index child_by_reference on child (authority, reference);
create index child_by_birth_and_postcode on child (date_of_birth, postcode)
    where postcode is not null and nhs_number is not null;

-- What a held message differs in: names of fields, never values.
alter table message add column differs text[];
update message set differs = string_to_array(substring(note from ' in (.*)$'), ', ')
where state = 'held' and note like 'held for a person: %';
