//! Organisations in rows.

use super::{Table, json, moment, shown};
use crate::error::StoreError;
use crate::filter::AsAt;
use crate::list::Conditions;
use crate::store::Store;
use crate::text::order_key;
use crate::value::{Row, Statement, Value};
use haidang_domain::OrganisationId;
use haidang_domain::organisation::{Names, State};
use jiff::civil::Date;
use uuid::Uuid;

/// The table.
pub(super) const TABLE: Table = Table {
    name: "organisation",
    history: "organisation_history",
    columns: &[
        "id",
        "version",
        "slug",
        "level",
        "names",
        "name_vi",
        "name_order",
        "founded_on",
        "ended_on",
        "successors",
        "source",
        "withdrawn",
        "created_at",
        "changed_at",
    ],
};

/// The row of a state.
pub(super) fn row(id: Uuid, state: &State) -> Vec<Value> {
    let end = state.end.as_ref();
    let successors: &[OrganisationId] = end.map(|end| end.successors.as_slice()).unwrap_or_default();
    vec![
        id.to_string().into(),
        state.version.into(),
        state.slug.as_str().into(),
        state.level.as_str().into(),
        json(&state.names),
        state.names.vi.as_str().into(),
        order_key(&state.names.vi).into(),
        shown(state.founded_on),
        shown(end.map(|end| end.on)),
        json(&successors),
        state.source.as_str().into(),
        state.withdrawn.into(),
        moment(state.created_at),
        moment(state.changed_at),
    ]
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationRow {
    /// Its id.
    pub id: OrganisationId,
    /// How many events it has.
    pub version: u64,
    /// Its readable key.
    pub slug: String,
    /// Its level.
    pub level: String,
    /// Its names.
    pub names: Names,
    /// From which day it exists.
    pub founded_on: Option<Date>,
    /// The first day on which it is no more.
    pub ended_on: Option<Date>,
    /// Who took over.
    pub successors: Vec<OrganisationId>,
    /// Where this is said.
    pub source: String,
}

impl OrganisationRow {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.parsed("id")?,
            version: row.number("version")?,
            slug: row.text("slug")?,
            level: row.text("level")?,
            names: row.json("names")?,
            founded_on: row.optional_parsed("founded_on")?,
            ended_on: row.optional_parsed("ended_on")?,
            successors: row.json("successors")?,
            source: row.text("source")?,
        })
    }
}

impl Store {
    /// All organisations on record by their Vietnamese names, in the order of the alphabet; those that
    /// have ended as well.
    pub async fn organisations(&self, as_at: AsAt) -> Result<Vec<OrganisationRow>, StoreError> {
        let mut all = Conditions::new(&TABLE, as_at);
        all.add("t.withdrawn = 0");
        let sql = format!(
            "SELECT t.id, t.version, t.slug, t.level, t.names, t.founded_on, t.ended_on, t.successors, t.source \
             {} ORDER BY t.name_order, t.id",
            all.clause("")
        );
        let rows = self.backend.fetch(Statement::new(sql, all.args())).await?;
        rows.iter().map(OrganisationRow::read).collect()
    }
}
