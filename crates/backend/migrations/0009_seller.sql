-- SQL in the subset that SQLite and PostgreSQL share. Moments are seconds since 1970; absent ones are 0.

-- What the two sides of an order say to each other. There is one conversation for each order.
CREATE TABLE seller_conversation (
    -- Made by the client, and so the constraint that it is begun once.
    conversation_id TEXT PRIMARY KEY REFERENCES conversation (id),
    fingerprint TEXT NOT NULL,
    order_id TEXT NOT NULL UNIQUE REFERENCES purchase_order (id),
    buyer_id TEXT NOT NULL REFERENCES person (id),
    seller_id TEXT NOT NULL REFERENCES person (id),
    begun_at BIGINT NOT NULL,
    -- Since when a message of the buyer's waits for an answer, and until when that is due.
    waits_since BIGINT NOT NULL,
    respond_by BIGINT NOT NULL
);
CREATE INDEX seller_conversation_buyer ON seller_conversation (buyer_id);
CREATE INDEX seller_conversation_seller ON seller_conversation (seller_id);

-- Cases that were made of such a conversation: one for each side at most.
CREATE TABLE escalation (
    conversation_id TEXT NOT NULL REFERENCES seller_conversation (conversation_id),
    person_id TEXT NOT NULL REFERENCES person (id),
    case_id TEXT NOT NULL UNIQUE REFERENCES support_case (id),
    PRIMARY KEY (conversation_id, person_id)
);

-- Up to which message somebody has read.
CREATE TABLE read_mark (
    conversation_id TEXT NOT NULL REFERENCES conversation (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    seq BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, person_id)
);
