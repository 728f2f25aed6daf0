-- Full-text search. The index holds no text of its own; triggers keep it in step with `search`.
-- The key is explicit, because VACUUM renumbers implicit ones and the index refers to them.

CREATE TABLE search (
    place integer PRIMARY KEY,
    noun text NOT NULL,
    id text NOT NULL,
    title text NOT NULL,
    heading text NOT NULL,
    folded text NOT NULL,
    UNIQUE (noun, id)
);

CREATE VIRTUAL TABLE search_words USING fts5 (
    folded,
    content = 'search',
    content_rowid = 'place',
    tokenize = 'unicode61 remove_diacritics 0',
    prefix = '2 3'
);

CREATE TRIGGER search_inserted AFTER INSERT ON search BEGIN
    INSERT INTO search_words (rowid, folded) VALUES (new.place, new.folded);
END;

CREATE TRIGGER search_deleted AFTER DELETE ON search BEGIN
    INSERT INTO search_words (search_words, rowid, folded) VALUES ('delete', old.place, old.folded);
END;

CREATE TRIGGER search_updated AFTER UPDATE ON search BEGIN
    INSERT INTO search_words (search_words, rowid, folded) VALUES ('delete', old.place, old.folded);
    INSERT INTO search_words (rowid, folded) VALUES (new.place, new.folded);
END;
