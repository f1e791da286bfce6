-- SQL in the subset that SQLite and PostgreSQL share. Moments are seconds since 1970; absent ones are 0, absent
-- words are empty.

-- A method that people of the team have to be there for. An empty word below stands for every method, language,
-- topic or country.
CREATE TABLE contact_method (
    method TEXT PRIMARY KEY,
    -- open or maintenance.
    state TEXT NOT NULL,
    -- With commas between them; the first language is the one for people whose own is not spoken.
    languages TEXT NOT NULL,
    -- Topics that it does not help with, and topics that are better put in writing.
    unsupported_topics TEXT NOT NULL,
    written_topics TEXT NOT NULL,
    -- ISO 3166-1 alpha-2.
    unsupported_countries TEXT NOT NULL,
    -- How many wait when the queue is long, and when nobody else may join it.
    queue_long_from BIGINT NOT NULL,
    queue_full_from BIGINT NOT NULL,
    -- Call backs that can be booked for the same quarter of an hour.
    places BIGINT NOT NULL
);

CREATE TABLE contact_hours (
    id TEXT PRIMARY KEY,
    method TEXT NOT NULL REFERENCES contact_method (method),
    language TEXT NOT NULL,
    topic TEXT NOT NULL,
    country TEXT NOT NULL,
    -- IANA name.
    zone TEXT NOT NULL,
    -- 1 is Monday.
    weekday BIGINT NOT NULL,
    -- Minutes of the day. What passes midnight is two rows.
    opens BIGINT NOT NULL,
    closes BIGINT NOT NULL,
    CHECK (weekday BETWEEN 1 AND 7 AND opens >= 0 AND opens < closes AND closes <= 1440)
);

CREATE TABLE contact_holiday (
    -- As 2026-12-25, in the zone of the hours that fall away.
    day TEXT NOT NULL,
    method TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (day, method)
);

-- Who of the team is there, until when at the latest.
CREATE TABLE contact_presence (
    staff_id TEXT NOT NULL REFERENCES staff (id),
    method TEXT NOT NULL REFERENCES contact_method (method),
    languages TEXT NOT NULL,
    since_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    PRIMARY KEY (staff_id, method)
);

-- How long people waited until it was their turn.
CREATE TABLE contact_wait (
    id TEXT PRIMARY KEY,
    method TEXT NOT NULL,
    waited_s BIGINT NOT NULL,
    served_at BIGINT NOT NULL
);
CREATE INDEX contact_wait_newest ON contact_wait (method, served_at);

CREATE TABLE callback (
    -- Made by the client, and so the constraint that a request is kept once.
    id TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    case_id TEXT NOT NULL REFERENCES support_case (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    -- Grows by one with each change.
    version BIGINT NOT NULL,
    -- waiting, booked, calling, done, missed or cancelled.
    state TEXT NOT NULL,
    language TEXT NOT NULL,
    -- E.164; empty once it has been removed.
    phone TEXT NOT NULL,
    requested_at BIGINT NOT NULL,
    -- When its quarter of an hour begins; 0 where they wait in the queue.
    slot_at BIGINT NOT NULL,
    -- Who called, and when.
    staff_id TEXT NOT NULL,
    taken_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL
);
CREATE INDEX callback_state ON callback (state, requested_at);
CREATE INDEX callback_case ON callback (case_id, requested_at);
CREATE INDEX callback_ended ON callback (ended_at);
-- A case has one at a time.
CREATE UNIQUE INDEX callback_under_way ON callback (case_id) WHERE state IN ('waiting', 'booked', 'calling');

-- The places of a quarter of an hour: two who want the last one meet at its key.
CREATE TABLE callback_place (
    slot_at BIGINT NOT NULL,
    place BIGINT NOT NULL,
    callback_id TEXT NOT NULL REFERENCES callback (id),
    PRIMARY KEY (slot_at, place)
);
CREATE INDEX callback_place_callback ON callback_place (callback_id);
