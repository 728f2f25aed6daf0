//! Requests to other bodies in rows.

use super::{Table, due, folded, instrument_of, moment, optional_json, shown};
use crate::error::StoreError;
use crate::filter::{AsAt, RecommendationFilter, RecommendationSort};
use crate::list::{Conditions, List, Page, by_day};
use crate::store::Store;
use crate::text::order_key;
use crate::value::{Row, Value};
use haidang_domain::recommendation::State;
use haidang_domain::{Classification, Deadline, InstrumentId, Party, RecommendationId};
use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

/// The table.
pub(super) const TABLE: Table = Table {
    name: "recommendation",
    history: "recommendation_history",
    columns: &[
        "id",
        "version",
        "statement",
        "statement_order",
        "from_party",
        "to_party",
        "deadline",
        "due",
        "forwarded_to",
        "forwarded_on",
        "answered_on",
        "instrument",
        "origin",
        "classification",
        "withdrawn",
        "folded",
        "created_at",
        "changed_at",
    ],
};

/// What a list shows.
const SHOWN: &str = "t.id, t.version, t.statement, t.from_party, t.to_party, t.deadline, t.due, t.forwarded_to, \
     t.forwarded_on, t.answered_on, t.instrument, t.classification, t.withdrawn, t.created_at, t.changed_at";

/// The row of a state.
pub(super) fn row(id: Uuid, state: &State) -> Vec<Value> {
    let forwarded = state.forwarded.last();
    let parties = state.from.iter().chain(&state.to).map(|party| party.printed.as_str());
    vec![
        id.to_string().into(),
        state.version.into(),
        state.statement.as_str().into(),
        order_key(&state.statement).into(),
        optional_json(state.from.as_ref()),
        optional_json(state.to.as_ref()),
        shown(state.deadline),
        shown(due(state.deadline)),
        forwarded.map(|(to, _)| to.printed.as_str()).into(),
        shown(forwarded.map(|(_, on)| *on)),
        shown(state.answer.as_ref().map(|answer| answer.on)),
        instrument_of(state.origin.as_ref()),
        optional_json(state.origin.as_ref()),
        state.classification.code().into(),
        state.withdrawn.into(),
        folded(std::iter::once(state.statement.as_str()).chain(parties)),
        moment(state.created_at),
        moment(state.changed_at),
    ]
}

/// A request in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecommendationRow {
    /// Its id.
    pub id: RecommendationId,
    /// How many events it has.
    pub version: u64,
    /// What is asked.
    pub statement: String,
    /// Who asks.
    pub from: Option<Party>,
    /// Who is asked.
    pub to: Option<Party>,
    /// Until when.
    pub deadline: Option<Deadline>,
    /// The last day of the deadline.
    pub due: Option<Date>,
    /// To whom it was last sent on, as printed.
    pub forwarded_to: Option<String>,
    /// On which day it was last sent on.
    pub forwarded_on: Option<Date>,
    /// On which day it was answered.
    pub answered_on: Option<Date>,
    /// The instrument that it comes from.
    pub instrument: Option<InstrumentId>,
    /// Who may see it.
    pub classification: Classification,
    /// Whether it was taken out of the ledger.
    pub withdrawn: bool,
    /// When it was taken in.
    pub created_at: Timestamp,
    /// When it last changed.
    pub changed_at: Timestamp,
}

impl RecommendationRow {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.parsed("id")?,
            version: row.number("version")?,
            statement: row.text("statement")?,
            from: row.optional_json("from_party")?,
            to: row.optional_json("to_party")?,
            deadline: row.optional_parsed("deadline")?,
            due: row.optional_parsed("due")?,
            forwarded_to: row.optional_text("forwarded_to")?,
            forwarded_on: row.optional_parsed("forwarded_on")?,
            answered_on: row.optional_parsed("answered_on")?,
            instrument: row.optional_parsed("instrument")?,
            classification: row.code("classification", Classification::from_code)?,
            withdrawn: row.flag("withdrawn")?,
            created_at: row.parsed("created_at")?,
            changed_at: row.parsed("changed_at")?,
        })
    }
}

fn conditions(filter: &RecommendationFilter, as_at: AsAt) -> Conditions {
    let mut all = Conditions::new(&TABLE, as_at);
    all.add_if(!filter.withdrawn, "t.withdrawn = 0");
    all.words(filter.words.as_deref());
    all.add_if(filter.answered == Some(true), "t.answered_on IS NOT NULL");
    all.add_if(filter.answered == Some(false), "t.answered_on IS NULL");
    all.of_instrument(filter.instrument);
    all
}

impl Store {
    /// Requests to other bodies.
    pub async fn recommendations(
        &self,
        filter: &RecommendationFilter,
        as_at: AsAt,
    ) -> Result<Page<RecommendationRow>, StoreError> {
        let order = match filter.sort {
            RecommendationSort::Due => by_day("due", filter.descending),
            RecommendationSort::Changed => "t.changed_at".to_owned(),
        };
        let (descending, page, per_page) = (filter.descending, filter.page, filter.per_page);
        let list = List { columns: SHOWN, joined: "", order, descending, page, per_page };
        self.page(list, conditions(filter, as_at), RecommendationRow::read).await
    }
}
