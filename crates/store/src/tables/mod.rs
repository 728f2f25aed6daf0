//! What a state looks like in a row. Every table is a pure function of the states: the same events
//! make the same rows, which is how they are made again and compared.

mod account;
mod instrument;
mod organisation;
mod project;
mod recommendation;
mod relation;
mod target;
mod task;

pub use account::AccountRow;
pub use instrument::InstrumentRow;
pub use organisation::OrganisationRow;
pub use project::ProjectRow;
pub use recommendation::RecommendationRow;
pub use relation::{RelationRow, StatementRow};
pub use target::TargetRow;
pub use task::{LeadCount, StandingCounts, TaskRow};

use crate::instant;
use crate::text::fold;
use crate::value::Value;
use haidang_domain::{Deadline, Noun, Origin, State};
use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use std::fmt::Display;
use uuid::Uuid;

/// What comes after all letters: where a name is missing.
const LAST: &str = "~";

/// A table and its history.
pub(crate) struct Table {
    /// Rows as they are.
    pub(crate) name: &'static str,
    /// Rows as they were, each with the interval in which it counted.
    pub(crate) history: &'static str,
    /// The columns of the table; the id is the first.
    pub(crate) columns: &'static [&'static str],
}

impl Table {
    /// The columns of the history.
    pub(crate) fn history_columns(&self) -> Vec<&'static str> {
        self.columns.iter().copied().chain(["valid_from", "valid_until"]).collect()
    }
}

/// A table with several rows for one thing. Each row says from when until when it counted
/// (`valid_from`, `valid_until`), so that it is its own history.
pub(crate) struct Part {
    /// Its name.
    pub(crate) name: &'static str,
    /// Its columns; the id of the thing is the first, the place among its rows the second.
    pub(crate) columns: &'static [&'static str],
    /// The rows of a state.
    pub(crate) rows: fn(Uuid, &State) -> Vec<Vec<Value>>,
}

/// The tables with several rows for one thing of this noun.
pub(crate) fn parts(noun: Noun) -> &'static [Part] {
    match noun {
        Noun::Instrument => &[relation::RELATION, relation::STATEMENT],
        Noun::Account
        | Noun::Organisation
        | Noun::Project
        | Noun::Recommendation
        | Noun::Target
        | Noun::Task => &[],
    }
}

/// The table of a noun.
pub(crate) fn table(noun: Noun) -> &'static Table {
    match noun {
        Noun::Account => &account::TABLE,
        Noun::Instrument => &instrument::TABLE,
        Noun::Organisation => &organisation::TABLE,
        Noun::Project => &project::TABLE,
        Noun::Recommendation => &recommendation::TABLE,
        Noun::Target => &target::TABLE,
        Noun::Task => &task::TABLE,
    }
}

/// The row of a state, in the order of the columns of its table.
pub(crate) fn row(id: Uuid, state: &State) -> Vec<Value> {
    match state {
        State::Account(state) => account::row(id, state),
        State::Instrument(state) => instrument::row(id, state),
        State::Organisation(state) => organisation::row(id, state),
        State::Project(state) => project::row(id, state),
        State::Recommendation(state) => recommendation::row(id, state),
        State::Target(state) => target::row(id, state),
        State::Task(state) => task::row(id, state),
    }
}

/// Anything with parts, as JSON.
fn json(value: &impl Serialize) -> Value {
    serde_json::to_string(value).unwrap_or_default().into()
}

/// Anything with parts that may be missing, as JSON.
fn optional_json(value: Option<&impl Serialize>) -> Value {
    value.map(|value| serde_json::to_string(value).unwrap_or_default()).into()
}

/// Anything that is written as text and may be missing: an id, a day, a deadline.
fn shown(value: Option<impl Display>) -> Value {
    value.map(|value| value.to_string()).into()
}

/// An instant of a state; states that exist have one.
fn moment(at: Option<Timestamp>) -> Value {
    instant::written(at.unwrap_or_default()).into()
}

/// The last day of a deadline, if it has one.
fn due(deadline: Option<Deadline>) -> Option<Date> {
    deadline.and_then(Deadline::due)
}

/// The instrument that something comes from.
fn instrument_of(origin: Option<&Origin>) -> Value {
    shown(origin.map(|origin| origin.instrument))
}

/// Several texts folded into one, in which words are looked for.
fn folded<'a>(texts: impl IntoIterator<Item = &'a str>) -> Value {
    let texts: Vec<String> = texts.into_iter().map(fold).collect();
    texts.join(" | ").into()
}

/// Several keys in one text, so that each can be looked for: `|a|b|`, or nothing.
fn keys(keys: impl IntoIterator<Item = String>) -> Value {
    let keys: String = keys.into_iter().map(|key| format!("{key}|")).collect();
    if keys.is_empty() { "".into() } else { format!("|{keys}").into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_as_wide_as_its_table() {
        for noun in Noun::ALL {
            let table = table(*noun);
            assert_eq!(row(Uuid::nil(), &State::empty(*noun)).len(), table.columns.len(), "{}", table.name);
            assert_eq!(table.columns.first(), Some(&"id"));
            assert_eq!(
                (table.name, table.history),
                (noun.code(), format!("{}_history", noun.code()).as_str())
            );
        }
    }

    #[test]
    fn keys_stand_between_bars() {
        assert_eq!(keys(["a".to_owned(), "b".to_owned()]), Value::from("|a|b|"));
        assert_eq!(keys([]), Value::from(""));
    }
}
