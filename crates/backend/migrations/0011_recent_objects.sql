-- SQL in the subset that SQLite and PostgreSQL share. Moments are seconds since 1970.

-- What somebody looked at, a few objects each.
CREATE TABLE recent_object (
    -- `person:…` or `visitor:…`.
    owner TEXT NOT NULL,
    object_id TEXT NOT NULL REFERENCES object (id),
    -- Grows with each look of the owner: the greatest is the newest.
    place BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (owner, object_id)
);
CREATE INDEX recent_object_place ON recent_object (owner, place);
CREATE INDEX recent_object_seen ON recent_object (seen_at);
