-- Full-text search, and the order of bytes for every text: ids, days and instants compare as they do
-- in SQLite, and the columns `…_order` carry the order of the alphabet.

CREATE TABLE search (
    noun text NOT NULL,
    id text NOT NULL,
    title text NOT NULL,
    heading text NOT NULL,
    folded text NOT NULL,
    PRIMARY KEY (noun, id)
);

DO $$
DECLARE
    one record;
BEGIN
    FOR one IN
        SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = current_schema() AND data_type = 'text' AND table_name IN (
            'head', 'event', 'version_text', 'account', 'account_history', 'instrument', 'instrument_history',
            'organisation', 'organisation_history', 'project', 'project_history', 'recommendation',
            'recommendation_history', 'target', 'target_history', 'task', 'task_history', 'person', 'session',
            'setting', 'search'
        )
    LOOP
        EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE text COLLATE "C"', one.table_name, one.column_name);
    END LOOP;
END
$$;

ALTER TABLE search ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('simple', folded)) STORED;
CREATE INDEX search_words ON search USING gin (words);
