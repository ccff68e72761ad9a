-- What an auditor looks up, newest first; every list walks an index.

create index audit_by_time on audit (at, id);
create index audit_by_actor on audit (actor, at, id) where actor <> 'exchange';
create index audit_by_person on audit ((detail ->> 'person'), at, id) where (detail ->> 'person') is not null;
create index audit_of_case on audit ((detail ->> 'case'), at, id) where (detail ->> 'case') is not null;

-- What is common is found soon by its time; what is rare has an index of its own.
create index audit_of_rare_acts on audit (act, at, id) where act not in ('accepted', 'delivered', 'reminded');

-- Deliveries that ended otherwise than by being delivered are few.
create index delivery_given_up on delivery (message_seq, seq) where status in ('discarded', 'refused');
