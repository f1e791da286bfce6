-- SQL in the subset that SQLite and PostgreSQL share.

-- Photos that go along with a message. The bytes lie here and in no folder: several processes see the same, a copy of
-- the database is whole, and what is removed is gone in the same transaction.
CREATE TABLE upload (
    id TEXT PRIMARY KEY,
    -- person:… or visitor:…
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    -- Of the bytes that are kept, in hexadecimal.
    sha256 TEXT NOT NULL,
    -- Empty until it is part of a message.
    message_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- SQLite keeps bytes as they are whatever a column is called.
    content BYTEA NOT NULL
);
CREATE INDEX upload_owner ON upload (owner, created_at);
CREATE INDEX upload_message ON upload (message_id, created_at);

-- JSON: the files of a message, as they are told. Empty without any.
ALTER TABLE message ADD COLUMN attachments TEXT NOT NULL DEFAULT '';
