-- Which successions have been acted on: the open conversations of the closed body were shown anew,
-- and said so, once. The conversations themselves keep who took part at the time.
create table takeover (
    closed    text        not null,
    successor text        not null,
    noted_at  timestamptz not null,
    primary key (closed, successor)
);
