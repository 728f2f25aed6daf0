-- Relations between instruments, what is said of their dates and issuers, and which instrument is a
-- version of which. A row of `relation` or `statement` says itself from when until when it counted:
-- these tables are their own history.

ALTER TABLE instrument ADD COLUMN work text;
ALTER TABLE instrument ADD COLUMN withdrawn bigint NOT NULL DEFAULT 0;
ALTER TABLE instrument_history ADD COLUMN work text;
ALTER TABLE instrument_history ADD COLUMN withdrawn bigint NOT NULL DEFAULT 0;
CREATE INDEX instrument_work ON instrument (work);

CREATE TABLE relation (
    id text NOT NULL,
    place bigint NOT NULL,
    relation text NOT NULL,
    other text NOT NULL,
    words text NOT NULL,
    finding text,
    version text,
    said_issuer text,
    said_on text,
    valid_from text NOT NULL,
    valid_until text NOT NULL,
    PRIMARY KEY (id, place)
);
CREATE INDEX relation_other ON relation (other, valid_until);

CREATE TABLE statement (
    id text NOT NULL,
    place bigint NOT NULL,
    version text,
    issuer text,
    issued_on text,
    words text NOT NULL,
    valid_from text NOT NULL,
    valid_until text NOT NULL,
    PRIMARY KEY (id, place)
);
