-- What the pages of operators and auditors look up; every list walks an index.

-- Whom a held message may be about, and the conversations about one child.
create index conversation_of_child on conversation (child_id, opened_at desc) where child_id is not null;

-- When a partner last took something; written when a delivery ends, never when a message is accepted.
create index delivery_sent on delivery (recipient, delivered_at) where delivered_at is not null;
