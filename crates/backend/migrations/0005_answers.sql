-- SQL in the subset that SQLite and PostgreSQL share. Moments are seconds since 1970.

-- An answer is kept whole before anything of it is sent; the events of its stream follow from it.
CREATE TABLE answer (
    -- Made by the client, and never used again.
    id TEXT PRIMARY KEY,
    -- Of the request: the same for the same request.
    fingerprint TEXT NOT NULL,
    -- Whether a visitor asked, whom a lost answer leaves without the cookie that came with it.
    by_visitor BIGINT NOT NULL,
    -- JSON: the answer.
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

-- Whose it is: `person:…` or `visitor:…`.
CREATE TABLE answer_owner (
    answer_id TEXT NOT NULL REFERENCES answer (id),
    owner TEXT NOT NULL,
    PRIMARY KEY (answer_id, owner)
);

CREATE TABLE answer_feedback (
    id TEXT PRIMARY KEY,
    answer_id TEXT NOT NULL REFERENCES answer (id),
    verdict TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX answer_feedback_answer ON answer_feedback (answer_id);
