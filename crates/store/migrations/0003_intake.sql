-- Files that were handed in: no decisions, so plain rows beside the journal. Their bytes lie in
-- `intake_part`, which each database spells its own way, and go as soon as they are not needed.

CREATE TABLE intake (
    id text PRIMARY KEY,
    batch text NOT NULL,
    place bigint NOT NULL,
    file_name text NOT NULL,
    bytes bigint NOT NULL,
    language text,
    state text NOT NULL,
    error text,
    instrument text,
    version text,
    found text,
    repeated bigint NOT NULL,
    attempts bigint NOT NULL,
    kept bigint NOT NULL,
    actor text NOT NULL,
    created_at text NOT NULL,
    finished_at text
);
CREATE INDEX intake_state ON intake (state, created_at, place, id);
CREATE INDEX intake_batch ON intake (batch, place, id);
CREATE INDEX intake_created ON intake (created_at);

-- An organisation that was put on record by mistake can be taken off it.
ALTER TABLE organisation ADD COLUMN withdrawn bigint NOT NULL DEFAULT 0;
ALTER TABLE organisation_history ADD COLUMN withdrawn bigint NOT NULL DEFAULT 0;
