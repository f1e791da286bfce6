-- SQL in the subset that SQLite and PostgreSQL share. Moments are seconds since 1970, amounts in the smallest unit.

CREATE TABLE object (
    id TEXT PRIMARY KEY,
    -- The seller's words.
    title TEXT NOT NULL,
    -- Names a drawing; empty where there is none.
    picture TEXT NOT NULL,
    seller_id TEXT NOT NULL REFERENCES person (id),
    state TEXT NOT NULL,
    -- Investment goods cannot be withdrawn from.
    is_investment BIGINT NOT NULL
);

CREATE TABLE purchase_order (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    buyer_id TEXT NOT NULL REFERENCES person (id),
    seller_id TEXT NOT NULL REFERENCES person (id),
    state TEXT NOT NULL,
    currency TEXT NOT NULL,
    placed_at BIGINT NOT NULL,
    pay_by BIGINT,
    paid_at BIGINT,
    shipped_at BIGINT,
    delivered_at BIGINT,
    picked_up_at BIGINT,
    respond_by BIGINT,
    eta BIGINT,
    carrier TEXT NOT NULL,
    tracking_code TEXT NOT NULL,
    -- Empty where there is none.
    tracking_url TEXT NOT NULL,
    -- As they were when it was placed.
    protection_fee BIGINT NOT NULL,
    seller_fees BIGINT NOT NULL,
    refunded BIGINT NOT NULL,
    -- Lines as they stand on a label.
    ship_to TEXT NOT NULL,
    -- The newest first; in hexadecimal, so that every collation orders alike.
    sort_key TEXT NOT NULL,
    -- Number and titles in small letters without accents.
    search_text TEXT NOT NULL
);
CREATE INDEX purchase_order_buyer ON purchase_order (buyer_id, sort_key);
CREATE INDEX purchase_order_seller ON purchase_order (seller_id, sort_key);

CREATE TABLE order_object (
    order_id TEXT NOT NULL REFERENCES purchase_order (id),
    position BIGINT NOT NULL,
    object_id TEXT NOT NULL REFERENCES object (id),
    quantity BIGINT NOT NULL,
    -- Of one.
    price BIGINT NOT NULL,
    PRIMARY KEY (order_id, position)
);
CREATE INDEX order_object_object ON order_object (object_id);

-- What has happened to a parcel.
CREATE TABLE order_station (
    order_id TEXT NOT NULL REFERENCES purchase_order (id),
    position BIGINT NOT NULL,
    state TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (order_id, position)
);
