//! The full text of everything that can be looked for, without tones and cases, written in the same
//! transaction as what it comes from.

use crate::backend::Tx;
use crate::error::StoreError;
use crate::list::escaped;
use crate::rows::{insert, replacing};
use crate::store::Store;
use crate::text::words;
use crate::value::{Statement, Value, places};
use haidang_domain::{Language, Noun, Party, State, StreamId};
use std::collections::HashSet;

/// The columns of the table.
pub(crate) const COLUMNS: [&str; 5] = ["noun", "id", "title", "heading", "folded"];

/// Bytes of different words that are kept of one thing. PostgreSQL takes a megabyte, with its own
/// bytes for each word.
const FOLDED_BYTES: usize = 400_000;

/// Characters of the heading that are kept.
const HEADING_CHARACTERS: usize = 2000;

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where it is.
    pub stream: StreamId,
    /// What it is called.
    pub title: String,
}

/// Under what a state is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    title: String,
    /// Names and titles: who asks for them wants this first.
    heading: Vec<String>,
    /// What else is said in few words.
    more: Vec<String>,
    /// SHA-256 of the long texts.
    texts: Vec<String>,
}

impl Store {
    /// What holds all these words, of which the last may go on; what has them in its name comes
    /// first, and then the newest.
    pub async fn search(&self, words: &str, limit: u32) -> Result<Vec<Hit>, StoreError> {
        let Some(query) = self.kind().full_text_query(words) else { return Ok(Vec::new()) };
        let sql = format!(
            "SELECT noun, id, title FROM search WHERE {} \
             ORDER BY CASE WHEN heading LIKE $2 ESCAPE '\\' THEN 0 ELSE 1 END, id DESC, noun LIMIT $3",
            self.kind().full_text_matches()
        );
        let phrase = format!("%{}%", escaped(&crate::text::words(words).join(" ")));
        let args = vec![query.into(), phrase.into(), limit.into()];
        let rows = self.backend.fetch(Statement::new(sql, args)).await?;
        let hit = |row: &crate::value::Row| -> Result<Hit, StoreError> {
            let stream = StreamId { noun: row.code("noun", Noun::from_code)?, id: row.parsed("id")? };
            Ok(Hit { stream, title: row.text("title")? })
        };
        rows.iter().map(hit).collect()
    }
}

/// Under what a state is found; `None` for what does not exist and for accounts.
pub(crate) fn found(state: &State) -> Option<Found> {
    match state {
        State::Account(_) => None,
        State::Instrument(state) => (state.version > 0).then(|| {
            let details = &state.details;
            let mut heading: Vec<String> = details.symbol.iter().cloned().collect();
            heading.extend(details.titles.iter().map(|(_, title)| title.clone()));
            let named = [details.symbol.as_deref(), state.title(Language::Vi)];
            let named: Vec<&str> = named.into_iter().flatten().collect();
            let more = details.issuer.iter().chain(&details.about).cloned().collect();
            let texts = state.versions.iter().map(|version| version.text_sha256.clone()).collect();
            let title = if named.is_empty() { details.source.clone() } else { named.join(" – ") };
            Found { title, heading, more, texts }
        }),
        State::Organisation(state) => (state.version > 0).then(|| {
            let names =
                std::iter::once(&state.names).chain(state.former_names.iter().map(|(names, _)| names));
            let all = names.flat_map(|names| {
                std::iter::once(&names.vi).chain(&names.en).chain(&names.fr).chain(&names.aliases)
            });
            Found::new(&state.names.vi, all.cloned().collect(), vec![state.slug.clone()])
        }),
        State::Project(state) => (state.version > 0).then(|| {
            let description = &state.description;
            let names = description.names.iter().map(|(_, name)| name.clone()).collect();
            Found::new(&description.name, names, description.owner.iter().cloned().collect())
        }),
        State::Recommendation(state) => (state.version > 0)
            .then(|| Found::new(&state.statement, Vec::new(), printed(state.from.iter().chain(&state.to)))),
        State::Target(state) => (state.version > 0).then(|| {
            let definition = &state.definition;
            let names = definition.names.iter().map(|(_, name)| name.clone()).collect();
            Found::new(&definition.indicator, names, definition.set_by.iter().cloned().collect())
        }),
        State::Task(state) => (state.version > 0).then(|| {
            let mut more = printed(state.lead.iter().chain(&state.coordinating));
            more.extend(state.report.iter().map(|report| report.text.clone()));
            Found::new(&state.statement, Vec::new(), more)
        }),
    }
}

impl Found {
    fn new(title: &str, mut heading: Vec<String>, more: Vec<String>) -> Self {
        heading.insert(0, title.to_owned());
        Self { title: title.to_owned(), heading, more, texts: Vec::new() }
    }
}

fn printed<'a>(parties: impl Iterator<Item = &'a Party>) -> Vec<String> {
    parties.map(|party| party.printed.clone()).collect()
}

/// Writes what things are found under. The texts of versions must be in the database already.
pub(crate) async fn write(tx: &mut Tx, found: Vec<(StreamId, Found)>) -> Result<(), StoreError> {
    let mut rows = Vec::with_capacity(found.len());
    for (stream, found) in found {
        rows.push(row(tx, stream, &found).await?);
    }
    insert(tx, "search", &COLUMNS, rows, &replacing("noun, id", &COLUMNS)).await
}

/// The row of one thing.
pub(crate) async fn row(tx: &mut Tx, stream: StreamId, found: &Found) -> Result<Vec<Value>, StoreError> {
    let mut folded = Folded::default();
    for text in found.heading.iter().chain(&found.more) {
        folded.add(text);
    }
    if !found.texts.is_empty() {
        let sql = format!(
            "SELECT body FROM version_text WHERE sha256 IN ({}) ORDER BY sha256",
            places(1, found.texts.len())
        );
        let args = found.texts.iter().map(|sha256| sha256.as_str().into()).collect();
        for text in tx.fetch(Statement::new(sql, args)).await? {
            folded.add(&text.text("body")?);
        }
    }
    let heading: Vec<String> = found.heading.iter().map(|text| words(text).join(" ")).collect();
    let heading: String = heading.join(" | ").chars().take(HEADING_CHARACTERS).collect();
    let (noun, id) = (stream.noun.code().into(), stream.id.to_string().into());
    Ok(vec![noun, id, found.title.as_str().into(), heading.into(), folded.text.into()])
}

/// Different words, in the order in which they come first.
#[derive(Default)]
struct Folded {
    known: HashSet<String>,
    text: String,
}

impl Folded {
    fn add(&mut self, text: &str) {
        for word in words(text) {
            if self.text.len().saturating_add(word.len()) >= FOLDED_BYTES {
                return;
            }
            if !self.known.contains(&word) {
                if !self.text.is_empty() {
                    self.text.push(' ');
                }
                self.text.push_str(&word);
                self.known.insert(word);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_kept_once() {
        let mut folded = Folded::default();
        folded.add("Hải Phòng, hải quan");
        folded.add("PHÒNG cháy");
        assert_eq!(folded.text, "hai phong quan chay");
    }

    #[test]
    fn no_text_is_too_long_for_the_index() {
        let mut folded = Folded::default();
        let text: Vec<String> = (0..200_000).map(|number| format!("w{number}")).collect();
        folded.add(&text.join(" "));
        assert!(folded.text.len() < FOLDED_BYTES);
    }
}
