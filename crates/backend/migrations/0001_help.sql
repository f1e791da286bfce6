-- SQL in the subset that SQLite and PostgreSQL share.

-- One row: whoever replaces the content locks it first.
CREATE TABLE content_state (
    id BIGINT PRIMARY KEY,
    replaced_at BIGINT NOT NULL
);
INSERT INTO content_state (id, replaced_at) VALUES (1, 0);

CREATE TABLE category (
    id TEXT PRIMARY KEY,
    parent_id TEXT REFERENCES category (id),
    position BIGINT NOT NULL
);

CREATE TABLE category_text (
    category_id TEXT NOT NULL REFERENCES category (id),
    locale TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    PRIMARY KEY (category_id, locale)
);

CREATE TABLE article (
    id TEXT PRIMARY KEY,
    category_id TEXT NOT NULL REFERENCES category (id),
    topic TEXT NOT NULL,
    -- Tags with commas between them, sorted.
    locales TEXT NOT NULL
);
CREATE INDEX article_category ON article (category_id);

CREATE TABLE article_text (
    article_id TEXT NOT NULL REFERENCES article (id),
    locale TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    updated_on TEXT NOT NULL,
    -- JSON: the node tree, and the headings in it.
    body TEXT NOT NULL,
    headings TEXT NOT NULL,
    PRIMARY KEY (article_id, locale)
);

CREATE TABLE article_related (
    article_id TEXT NOT NULL REFERENCES article (id),
    related_id TEXT NOT NULL REFERENCES article (id),
    position BIGINT NOT NULL,
    PRIMARY KEY (article_id, position)
);

-- What a reader of a language sees of each article, and where it stands in each order.
-- Keys are in hexadecimal, so that every collation orders them alike.
CREATE TABLE article_order (
    locale TEXT NOT NULL,
    sort TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    article_id TEXT NOT NULL REFERENCES article (id),
    shown_locale TEXT NOT NULL,
    PRIMARY KEY (locale, sort, sort_key)
);

-- Outlives the article that it is about.
CREATE TABLE feedback (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL,
    locale TEXT NOT NULL,
    helped BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE idempotency (
    scope TEXT NOT NULL,
    request_key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    -- 0 while the first request is under way.
    status BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (scope, request_key)
);
