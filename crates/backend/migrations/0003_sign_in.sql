-- SQL in the subset that SQLite and PostgreSQL share. Moments are seconds since 1970, 0 where something has not been.

-- Mails, written in the transaction of what they tell of.
CREATE TABLE outbox (
    -- In the order in which they were written.
    id TEXT PRIMARY KEY,
    -- The part of the Message-ID before the @; what is told once is written once.
    message_id TEXT NOT NULL UNIQUE,
    to_address TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    -- 1 where the body holds a one-time link and goes once it is sent.
    has_secret BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    -- 0 once it is not tried any more. While it is being sent: when another process may take it up.
    next_attempt_at BIGINT NOT NULL,
    last_error TEXT NOT NULL
);
CREATE INDEX outbox_due ON outbox (sent_at, next_attempt_at);

-- How often something has been tried that may not be tried without end.
CREATE TABLE attempt (
    scope TEXT NOT NULL,
    -- A hash: what was typed is nobody's business.
    subject_hash TEXT NOT NULL,
    count BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    blocked_until BIGINT NOT NULL,
    PRIMARY KEY (scope, subject_hash)
);

-- An account as an issuer of OpenID Connect names it.
CREATE TABLE identity (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (issuer, subject)
);

-- A person on the way to the issuer and back.
CREATE TABLE sign_in_state (
    state_hash TEXT PRIMARY KEY,
    -- Of the cookie of the browser that set out.
    browser_hash TEXT NOT NULL,
    nonce TEXT NOT NULL,
    pkce_verifier TEXT NOT NULL,
    next TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sign_in_state_expiry ON sign_in_state (expires_at);

-- A request of somebody who cannot sign in, until the link that went to the address is followed.
CREATE TABLE sign_in_help (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL,
    question TEXT NOT NULL,
    locale TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL
);
CREATE INDEX sign_in_help_expiry ON sign_in_help (expires_at);
