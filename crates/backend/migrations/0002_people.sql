-- SQL in the subset that SQLite and PostgreSQL share. Moments are seconds since 1970.

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL,
    -- Lower case, so that one address is one account.
    email_key TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    -- argon2id in PHC form; empty where the person signs in elsewhere.
    password_hash TEXT NOT NULL,
    country TEXT NOT NULL,
    -- Words with commas between them: buyer, seller.
    roles TEXT NOT NULL,
    language TEXT NOT NULL,
    support_language TEXT NOT NULL,
    timezone TEXT NOT NULL,
    restrictions TEXT NOT NULL,
    -- Of a seller.
    is_professional BIGINT NOT NULL,
    usual_reply_s BIGINT NOT NULL
);

-- A person who is signed in on a device. Only a hash of the cookie is kept.
CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    csrf TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_person ON session (person_id);
