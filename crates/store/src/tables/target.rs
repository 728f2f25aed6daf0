//! Targets in rows.

use super::{Table, folded, instrument_of, json, moment, optional_json, shown};
use crate::error::StoreError;
use crate::filter::{AsAt, TargetFilter, TargetSort};
use crate::list::{Conditions, List, Page};
use crate::store::Store;
use crate::text::{order_key, symbol_key};
use crate::value::{Row, Statement, Value};
use haidang_domain::target::{Definition, State, TargetStatus};
use haidang_domain::{Classification, InstrumentId, TargetId};
use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

/// The table.
pub(super) const TABLE: Table = Table {
    name: "target",
    history: "target_history",
    columns: &[
        "id",
        "version",
        "number",
        "indicator",
        "indicator_order",
        "definition",
        "comparator",
        "value_low",
        "value_high",
        "unit",
        "period",
        "set_by",
        "set_by_key",
        "status",
        "status_on",
        "status_source",
        "source",
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
const SHOWN: &str = "t.id, t.version, t.definition, t.status, t.status_on, t.status_source, t.source, t.instrument, \
     t.classification, t.withdrawn, t.created_at, t.changed_at";

/// The row of a state.
pub(super) fn row(id: Uuid, state: &State) -> Vec<Value> {
    let definition = &state.definition;
    let last = state.statuses.last();
    let names = definition.names.iter().map(|(_, name)| name.as_str());
    vec![
        id.to_string().into(),
        state.version.into(),
        definition.number.into(),
        definition.indicator.as_str().into(),
        order_key(&definition.indicator).into(),
        json(definition),
        definition.comparator.as_deref().into(),
        definition.value.first().copied().into(),
        definition.value.last().copied().into(),
        definition.unit.as_deref().into(),
        definition.period.as_deref().into(),
        definition.set_by.as_deref().into(),
        definition.set_by.as_deref().map(symbol_key).into(),
        last.map(|last| last.status.code()).into(),
        shown(last.map(|last| last.on)),
        last.map(|last| last.source.as_str()).into(),
        state.source.as_deref().into(),
        instrument_of(state.origin.as_ref()),
        optional_json(state.origin.as_ref()),
        state.classification.code().into(),
        state.withdrawn.into(),
        folded(std::iter::once(definition.indicator.as_str()).chain(names)),
        moment(state.created_at),
        moment(state.changed_at),
    ]
}

/// A target in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetRow {
    /// Its id.
    pub id: TargetId,
    /// How many events it has.
    pub version: u64,
    /// What has to be reached.
    pub definition: Definition,
    /// How it is said to stand.
    pub status: Option<TargetStatus>,
    /// On which day it stood so.
    pub status_on: Option<Date>,
    /// Where this is said.
    pub status_source: Option<String>,
    /// Where the target is said, for targets from data.
    pub source: Option<String>,
    /// The instrument that it comes from.
    pub instrument: Option<InstrumentId>,
    /// Who may see it.
    pub classification: Classification,
    /// Whether it was taken out of the programme.
    pub withdrawn: bool,
    /// When it was taken in.
    pub created_at: Timestamp,
    /// When it last changed.
    pub changed_at: Timestamp,
}

impl TargetRow {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.parsed("id")?,
            version: row.number("version")?,
            definition: row.json("definition")?,
            status: row.optional_code("status", TargetStatus::from_code)?,
            status_on: row.optional_parsed("status_on")?,
            status_source: row.optional_text("status_source")?,
            source: row.optional_text("source")?,
            instrument: row.optional_parsed("instrument")?,
            classification: row.code("classification", Classification::from_code)?,
            withdrawn: row.flag("withdrawn")?,
            created_at: row.parsed("created_at")?,
            changed_at: row.parsed("changed_at")?,
        })
    }
}

fn conditions(filter: &TargetFilter, as_at: AsAt) -> Conditions {
    let mut all = Conditions::new(&TABLE, as_at);
    all.words(filter.words.as_deref());
    all.compare("t.status", "=", filter.status.map(TargetStatus::code));
    all.add_if(filter.without_status, "t.status IS NULL");
    all.of_instrument(filter.instrument);
    all.compare("t.set_by_key", "=", filter.set_by.as_deref().map(symbol_key));
    all
}

/// How targets are ordered by what is said of them: as the list of statuses is, those without last.
fn by_status() -> String {
    let cases: Vec<String> = (0_u8..)
        .zip(TargetStatus::ALL)
        .map(|(place, status)| format!("WHEN '{}' THEN {place}", status.code()))
        .collect();
    format!("CASE t.status {} ELSE 99 END", cases.join(" "))
}

impl Store {
    /// Targets. Those that were withdrawn come after all others.
    pub async fn targets(&self, filter: &TargetFilter, as_at: AsAt) -> Result<Page<TargetRow>, StoreError> {
        let order = match filter.sort {
            TargetSort::Number => "COALESCE(t.number, 4294967296)".to_owned(),
            TargetSort::Indicator => "t.indicator_order".to_owned(),
            TargetSort::Status => by_status(),
            TargetSort::Changed => "t.changed_at".to_owned(),
        };
        let order = format!("t.withdrawn ASC, {order}");
        let (descending, page, per_page) = (filter.descending, filter.page, filter.per_page);
        let list = List { columns: SHOWN, joined: "", order, descending, page, per_page };
        self.page(list, conditions(filter, as_at), TargetRow::read).await
    }

    /// How many targets of the programme are said to stand how, in the order of the statuses; last
    /// those of which nobody has said it. A status that no target has is left out.
    pub async fn target_counts(&self, as_at: AsAt) -> Result<Vec<(Option<TargetStatus>, u64)>, StoreError> {
        let mut all = Conditions::new(&TABLE, as_at);
        all.add("t.withdrawn = 0");
        let sql = format!("SELECT t.status, COUNT(*) AS targets {} GROUP BY t.status", all.clause(""));
        let rows = self.backend.fetch(Statement::new(sql, all.args())).await?;
        let count = |row: &Row| -> Result<(Option<TargetStatus>, u64), StoreError> {
            Ok((row.optional_code("status", TargetStatus::from_code)?, row.number("targets")?))
        };
        let mut counts = rows.iter().map(count).collect::<Result<Vec<_>, _>>()?;
        counts.sort_by_key(|(status, _)| (status.is_none(), *status));
        Ok(counts)
    }
}
