-- A body's own conversations, newest first, however many there are.
create index conversation_of_authority_newest on conversation (authority, opened_at desc, id desc);
create index conversation_of_adviser_newest on conversation (adviser, opened_at desc, id desc);
