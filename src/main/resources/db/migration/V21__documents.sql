-- What is held; the bytes are files named by their SHA-256.
create table document (
    id              uuid primary key,
    sha256          text        not null,
    size            bigint      not null, -- bytes
    media_type      text        not null, -- what the bytes are, not what they were called
    title           text        not null, -- personal data: never in a URL, header, log or file name
    owner           text        not null, -- organisation code
    confidentiality text,                 -- normal, restricted, very-restricted; absent means normal
    stored_at       timestamptz not null
);
create index document_by_sha256 on document (sha256);
