-- The journal, its texts, a table and a history table for every noun, and the private rows.
-- One text for both databases: `bigint`, `text` and `double precision` mean the same in both.
-- Days are ISO dates, instants are UTC with six decimals: the order of the texts is the order of time.

CREATE TABLE head (
    id bigint PRIMARY KEY,
    seq bigint NOT NULL,
    hash text NOT NULL
);
INSERT INTO head (id, seq, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE event (
    seq bigint PRIMARY KEY,
    stream_noun text NOT NULL,
    stream_id text NOT NULL,
    version bigint NOT NULL,
    kind text NOT NULL,
    shape bigint NOT NULL,
    payload text NOT NULL,
    command text NOT NULL,
    actor text NOT NULL,
    recorded_at text NOT NULL,
    effective_on text NOT NULL,
    authority text,
    hash text NOT NULL,
    UNIQUE (stream_noun, stream_id, version)
);
CREATE INDEX event_command ON event (command);
CREATE INDEX event_recorded ON event (recorded_at);

CREATE TABLE version_text (
    sha256 text PRIMARY KEY,
    body text NOT NULL
);

CREATE TABLE account (
    id text PRIMARY KEY,
    version bigint NOT NULL,
    role text,
    organisation text,
    closed bigint NOT NULL,
    created_at text NOT NULL,
    changed_at text NOT NULL
);
CREATE TABLE account_history (
    id text NOT NULL,
    version bigint NOT NULL,
    role text,
    organisation text,
    closed bigint NOT NULL,
    created_at text NOT NULL,
    changed_at text NOT NULL,
    valid_from text NOT NULL,
    valid_until text NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX account_history_until ON account_history (valid_until, valid_from);

CREATE TABLE instrument (
    id text PRIMARY KEY,
    version bigint NOT NULL,
    kind text NOT NULL,
    symbol text,
    symbol_key text,
    symbol_order text NOT NULL,
    issuer text,
    issued_on text,
    titles text NOT NULL,
    about text,
    classification text NOT NULL,
    source text NOT NULL,
    versions bigint NOT NULL,
    text_hashes text NOT NULL,
    findings bigint NOT NULL,
    pending bigint NOT NULL,
    accepted bigint NOT NULL,
    folded text NOT NULL,
    created_at text NOT NULL,
    changed_at text NOT NULL
);
CREATE INDEX instrument_issued ON instrument (COALESCE(issued_on, '9999-12-31'), id);
CREATE INDEX instrument_issued_last ON instrument (COALESCE(issued_on, ''), id);
CREATE INDEX instrument_changed ON instrument (changed_at, id);
CREATE INDEX instrument_symbol ON instrument (symbol_key);
CREATE TABLE instrument_history (
    id text NOT NULL,
    version bigint NOT NULL,
    kind text NOT NULL,
    symbol text,
    symbol_key text,
    symbol_order text NOT NULL,
    issuer text,
    issued_on text,
    titles text NOT NULL,
    about text,
    classification text NOT NULL,
    source text NOT NULL,
    versions bigint NOT NULL,
    text_hashes text NOT NULL,
    findings bigint NOT NULL,
    pending bigint NOT NULL,
    accepted bigint NOT NULL,
    folded text NOT NULL,
    created_at text NOT NULL,
    changed_at text NOT NULL,
    valid_from text NOT NULL,
    valid_until text NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX instrument_history_until ON instrument_history (valid_until, valid_from);

CREATE TABLE organisation (
    id text PRIMARY KEY,
    version bigint NOT NULL,
    slug text NOT NULL,
    level text NOT NULL,
    names text NOT NULL,
    name_vi text NOT NULL,
    name_order text NOT NULL,
    founded_on text,
    ended_on text,
    successors text NOT NULL,
    source text NOT NULL,
    created_at text NOT NULL,
    changed_at text NOT NULL
);
CREATE TABLE organisation_history (
    id text NOT NULL,
    version bigint NOT NULL,
    slug text NOT NULL,
    level text NOT NULL,
    names text NOT NULL,
    name_vi text NOT NULL,
    name_order text NOT NULL,
    founded_on text,
    ended_on text,
    successors text NOT NULL,
    source text NOT NULL,
    created_at text NOT NULL,
    changed_at text NOT NULL,
    valid_from text NOT NULL,
    valid_until text NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX organisation_history_until ON organisation_history (valid_until, valid_from);

CREATE TABLE project (
    id text PRIMARY KEY,
    version bigint NOT NULL,
    name text NOT NULL,
    name_order text NOT NULL,
    description text NOT NULL,
    kind text NOT NULL,
    stage text NOT NULL,
    stage_on text,
    stage_source text,
    source text,
    owner text,
    capital text,
    latitude double precision,
    longitude double precision,
    instrument text,
    origin text,
    classification text NOT NULL,
    withdrawn bigint NOT NULL,
    folded text NOT NULL,
    created_at text NOT NULL,
    changed_at text NOT NULL
);
CREATE INDEX project_name ON project (withdrawn, name_order, id);
CREATE TABLE project_history (
    id text NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL,
    name_order text NOT NULL,
    description text NOT NULL,
    kind text NOT NULL,
    stage text NOT NULL,
    stage_on text,
    stage_source text,
    source text,
    owner text,
    capital text,
    latitude double precision,
    longitude double precision,
    instrument text,
    origin text,
    classification text NOT NULL,
    withdrawn bigint NOT NULL,
    folded text NOT NULL,
    created_at text NOT NULL,
    changed_at text NOT NULL,
    valid_from text NOT NULL,
    valid_until text NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX project_history_until ON project_history (valid_until, valid_from);

CREATE TABLE recommendation (
    id text PRIMARY KEY,
    version bigint NOT NULL,
    statement text NOT NULL,
    statement_order text NOT NULL,
    from_party text,
    to_party text,
    deadline text,
    due text,
    forwarded_to text,
    forwarded_on text,
    answered_on text,
    instrument text,
    origin text,
    classification text NOT NULL,
    withdrawn bigint NOT NULL,
    folded text NOT NULL,
    created_at text NOT NULL,
    changed_at text NOT NULL
);
CREATE INDEX recommendation_due ON recommendation (withdrawn, COALESCE(due, '9999-12-31'), id);
CREATE INDEX recommendation_due_last ON recommendation (withdrawn, COALESCE(due, ''), id);
CREATE TABLE recommendation_history (
    id text NOT NULL,
    version bigint NOT NULL,
    statement text NOT NULL,
    statement_order text NOT NULL,
    from_party text,
    to_party text,
    deadline text,
    due text,
    forwarded_to text,
    forwarded_on text,
    answered_on text,
    instrument text,
    origin text,
    classification text NOT NULL,
    withdrawn bigint NOT NULL,
    folded text NOT NULL,
    created_at text NOT NULL,
    changed_at text NOT NULL,
    valid_from text NOT NULL,
    valid_until text NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX recommendation_history_until ON recommendation_history (valid_until, valid_from);

CREATE TABLE target (
    id text PRIMARY KEY,
    version bigint NOT NULL,
    number bigint,
    indicator text NOT NULL,
    indicator_order text NOT NULL,
    definition text NOT NULL,
    comparator text,
    value_low double precision,
    value_high double precision,
    unit text,
    period text,
    set_by text,
    set_by_key text,
    status text,
    status_on text,
    status_source text,
    source text,
    instrument text,
    origin text,
    classification text NOT NULL,
    withdrawn bigint NOT NULL,
    folded text NOT NULL,
    created_at text NOT NULL,
    changed_at text NOT NULL
);
CREATE TABLE target_history (
    id text NOT NULL,
    version bigint NOT NULL,
    number bigint,
    indicator text NOT NULL,
    indicator_order text NOT NULL,
    definition text NOT NULL,
    comparator text,
    value_low double precision,
    value_high double precision,
    unit text,
    period text,
    set_by text,
    set_by_key text,
    status text,
    status_on text,
    status_source text,
    source text,
    instrument text,
    origin text,
    classification text NOT NULL,
    withdrawn bigint NOT NULL,
    folded text NOT NULL,
    created_at text NOT NULL,
    changed_at text NOT NULL,
    valid_from text NOT NULL,
    valid_until text NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX target_history_until ON target_history (valid_until, valid_from);

CREATE TABLE task (
    id text PRIMARY KEY,
    version bigint NOT NULL,
    statement text NOT NULL,
    statement_order text NOT NULL,
    lead text NOT NULL,
    lead_organisation text,
    lead_name text,
    lead_order text NOT NULL,
    coordinating text NOT NULL,
    parties text NOT NULL,
    deadline text,
    due text,
    completed_on text,
    progress text,
    percent bigint,
    report text,
    reported_at text,
    extensions bigint NOT NULL,
    instrument text,
    origin text,
    classification text NOT NULL,
    withdrawn bigint NOT NULL,
    folded text NOT NULL,
    created_at text NOT NULL,
    changed_at text NOT NULL
);
-- Where there is no day, the first of these two has it after all days, the second before all days:
-- so that it comes last in either direction.
CREATE INDEX task_due ON task (withdrawn, COALESCE(due, '9999-12-31'), id);
CREATE INDEX task_due_last ON task (withdrawn, COALESCE(due, ''), id);
CREATE INDEX task_statement ON task (withdrawn, statement_order, id);
CREATE INDEX task_lead_order ON task (withdrawn, lead_order, id);
CREATE INDEX task_changed ON task (withdrawn, changed_at, id);
CREATE INDEX task_created ON task (withdrawn, created_at, id);
CREATE INDEX task_standing ON task (withdrawn, due, completed_on);
CREATE INDEX task_lead ON task (lead_organisation);
CREATE INDEX task_instrument ON task (instrument);
CREATE TABLE task_history (
    id text NOT NULL,
    version bigint NOT NULL,
    statement text NOT NULL,
    statement_order text NOT NULL,
    lead text NOT NULL,
    lead_organisation text,
    lead_name text,
    lead_order text NOT NULL,
    coordinating text NOT NULL,
    parties text NOT NULL,
    deadline text,
    due text,
    completed_on text,
    progress text,
    percent bigint,
    report text,
    reported_at text,
    extensions bigint NOT NULL,
    instrument text,
    origin text,
    classification text NOT NULL,
    withdrawn bigint NOT NULL,
    folded text NOT NULL,
    created_at text NOT NULL,
    changed_at text NOT NULL,
    valid_from text NOT NULL,
    valid_until text NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX task_history_until ON task_history (valid_until, valid_from);

CREATE TABLE person (
    account text PRIMARY KEY,
    login text NOT NULL,
    login_key text NOT NULL UNIQUE,
    name text NOT NULL,
    password_hash text
);
CREATE TABLE session (
    id text PRIMARY KEY,
    data text NOT NULL,
    expires_at text NOT NULL
);
CREATE INDEX session_expires ON session (expires_at);
CREATE TABLE setting (
    key text PRIMARY KEY,
    value text NOT NULL
);
