-- SQL in the subset that SQLite and PostgreSQL share. Moments are seconds since 1970.

-- What happened to each person's things, written in the transaction in which it did.
CREATE TABLE event_log (
    -- The person's id.
    owner TEXT NOT NULL,
    -- From 1 without a gap for each owner; the oldest go after a while.
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    -- JSON: the event as it is told, without its number.
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (owner, seq)
);
CREATE INDEX event_log_expiry ON event_log (created_at);

-- The last number of each log. It stays when the events go: a number is given once.
CREATE TABLE event_owner (
    owner TEXT PRIMARY KEY,
    last_seq BIGINT NOT NULL
);

-- How often something happened that everybody is told and nobody keeps.
CREATE TABLE passing (
    kind TEXT PRIMARY KEY,
    counter BIGINT NOT NULL
);
