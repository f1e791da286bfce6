-- SQL in the subset that SQLite and PostgreSQL share. Moments are seconds since 1970; absent ones are 0, absent
-- words are empty.

-- One row: the last number that a case was given.
CREATE TABLE case_number (
    id BIGINT PRIMARY KEY,
    last_number BIGINT NOT NULL
);
INSERT INTO case_number (id, last_number) VALUES (1, 10000);

CREATE TABLE support_case (
    -- Made by the client, and so the constraint that a request is kept once.
    id TEXT PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    -- Absent where somebody asked without an account.
    person_id TEXT REFERENCES person (id),
    -- The confirmed address then, and the language in which mails go there.
    guest_email TEXT NOT NULL,
    guest_locale TEXT NOT NULL,
    conversation_id TEXT NOT NULL UNIQUE,
    -- Grows by one with each change: whoever changes what they have seen names it.
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    -- Whose turn it is: support, requester or none.
    turn TEXT NOT NULL,
    -- Since when it is.
    turn_since BIGINT NOT NULL,
    role TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    order_id TEXT NOT NULL,
    order_number TEXT NOT NULL,
    -- With commas between them.
    object_ids TEXT NOT NULL,
    topic TEXT NOT NULL,
    method TEXT NOT NULL,
    language TEXT NOT NULL,
    subject_line TEXT NOT NULL,
    statement TEXT NOT NULL,
    -- Number, order number and words in small letters without accents.
    search_text TEXT NOT NULL,
    answer_id TEXT NOT NULL,
    -- JSON: the answer that did not help, and the facts that support was shown, as they were when it was opened.
    answer TEXT NOT NULL,
    shared TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    expected_reply_at BIGINT NOT NULL
);
CREATE INDEX support_case_person ON support_case (person_id, number);
CREATE INDEX support_case_guest ON support_case (guest_email, number);
CREATE INDEX support_case_order ON support_case (order_id, number);
CREATE INDEX support_case_turn ON support_case (turn, turn_since, number);

CREATE TABLE conversation (
    id TEXT PRIMARY KEY,
    -- support; with a seller later.
    kind TEXT NOT NULL,
    case_id TEXT NOT NULL,
    -- The last message's.
    seq BIGINT NOT NULL
);

CREATE TABLE message (
    id TEXT PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES conversation (id),
    client_id TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    seq BIGINT NOT NULL,
    author_kind TEXT NOT NULL,
    author_id TEXT NOT NULL,
    author_name TEXT NOT NULL,
    -- JSON: a node tree.
    nodes TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (conversation_id, client_id),
    UNIQUE (conversation_id, seq)
);

-- The support team.
CREATE TABLE staff (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    -- argon2id in PHC form.
    password_hash TEXT NOT NULL
);

CREATE TABLE staff_session (
    token_hash TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    csrf TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
