//! What the two databases say differently. Everything else is said once.

use crate::text;
use std::fmt;

/// Which database lies behind the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatabaseKind {
    /// SQLite, in a file or in memory.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

impl fmt::Display for DatabaseKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}

/// Words of one query for the full text; the rest of them is left out.
const QUERY_WORDS: usize = 12;

impl DatabaseKind {
    /// Reads the head of the journal and keeps other writers away until the transaction ends. In
    /// SQLite the transaction itself does that.
    pub(crate) fn lock_head(self) -> &'static str {
        match self {
            Self::Sqlite => "SELECT seq, hash FROM head",
            Self::Postgres => "SELECT seq, hash FROM head FOR UPDATE",
        }
    }

    /// Keeps other nodes from changing the schema at the same time.
    pub(crate) fn lock_schema(self) -> Option<&'static str> {
        match self {
            Self::Sqlite => None,
            Self::Postgres => Some("SELECT pg_advisory_xact_lock(7205759403792793)"),
        }
    }

    /// A place for a value in a statement whose values come in order. SQLite looks numbered places
    /// up by name, one after the other, which is too slow for thousands.
    pub(crate) fn place_in_order(self, number: usize) -> String {
        match self {
            Self::Sqlite => "?".to_owned(),
            Self::Postgres => format!("${number}"),
        }
    }

    /// Holds for rows of `search` whose full text matches the query `$1`.
    pub(crate) fn full_text_matches(self) -> &'static str {
        match self {
            Self::Sqlite => "search.place IN (SELECT rowid FROM search_words WHERE search_words MATCH $1)",
            Self::Postgres => "search.words @@ to_tsquery('simple', $1)",
        }
    }

    /// The query for all these words, the last of which may go on. Nothing in it is syntax but what
    /// is put there here: words are letters and digits. `None` without words.
    pub(crate) fn full_text_query(self, query: &str) -> Option<String> {
        let mut words = text::words(query);
        words.truncate(QUERY_WORDS);
        let (last, others) = words.split_last()?;
        let query = match self {
            Self::Sqlite => {
                let others: String = others.iter().map(|word| format!("\"{word}\" AND ")).collect();
                format!("{others}\"{last}\" *")
            }
            Self::Postgres => {
                let others: String = others.iter().map(|word| format!("'{word}' & ")).collect();
                format!("{others}'{last}':*")
            }
        };
        Some(query)
    }

    /// Makes the index of the full text again.
    pub(crate) fn rebuild_full_text(self) -> &'static str {
        match self {
            Self::Sqlite => "INSERT INTO search_words (search_words) VALUES ('rebuild')",
            Self::Postgres => "REINDEX INDEX search_words",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_input_is_syntax() {
        let asked = "Hải \"OR\" phòng* ') & NEAR(";
        let sqlite = DatabaseKind::Sqlite.full_text_query(asked).unwrap();
        assert_eq!(sqlite, "\"hai\" AND \"or\" AND \"phong\" AND \"near\" *");
        let postgres = DatabaseKind::Postgres.full_text_query(asked).unwrap();
        assert_eq!(postgres, "'hai' & 'or' & 'phong' & 'near':*");
        assert_eq!(DatabaseKind::Sqlite.full_text_query("%%% ''"), None);
    }
}
