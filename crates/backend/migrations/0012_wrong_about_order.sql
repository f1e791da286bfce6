-- SQL in the subset that SQLite and PostgreSQL share. Moments are seconds since 1970.

-- What somebody wrote about an answer that is wrong about their order; empty where they only said that it is.
ALTER TABLE answer_feedback ADD COLUMN note TEXT NOT NULL DEFAULT '';
