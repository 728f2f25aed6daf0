//! Projects in rows.

use super::{Table, folded, instrument_of, json, moment, optional_json, shown};
use crate::error::StoreError;
use crate::filter::{AsAt, ProjectFilter, ProjectSort};
use crate::list::{Conditions, List, Page};
use crate::store::Store;
use crate::text::order_key;
use crate::value::{Row, Value};
use haidang_domain::project::{Description, ProjectKind, Stage, State};
use haidang_domain::{Classification, InstrumentId, ProjectId};
use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

/// The table.
pub(super) const TABLE: Table = Table {
    name: "project",
    history: "project_history",
    columns: &[
        "id",
        "version",
        "name",
        "name_order",
        "description",
        "kind",
        "stage",
        "stage_on",
        "stage_source",
        "source",
        "owner",
        "capital",
        "latitude",
        "longitude",
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
const SHOWN: &str = "t.id, t.version, t.description, t.stage, t.stage_on, t.stage_source, t.source, t.instrument, \
     t.classification, t.withdrawn, t.created_at, t.changed_at";

/// The row of a state.
pub(super) fn row(id: Uuid, state: &State) -> Vec<Value> {
    let description = &state.description;
    let last = state.stages.last();
    let names = description.names.iter().map(|(_, name)| name.as_str());
    let words = std::iter::once(description.name.as_str()).chain(names).chain(description.owner.as_deref());
    vec![
        id.to_string().into(),
        state.version.into(),
        description.name.as_str().into(),
        order_key(&description.name).into(),
        json(description),
        description.kind.code().into(),
        last.map_or(Stage::Unknown, |last| last.stage).code().into(),
        shown(last.map(|last| last.on)),
        last.map(|last| last.source.as_str()).into(),
        state.source.as_deref().into(),
        description.owner.as_deref().into(),
        description.capital.as_deref().into(),
        description.location.map(|(latitude, _)| latitude).into(),
        description.location.map(|(_, longitude)| longitude).into(),
        instrument_of(state.origin.as_ref()),
        optional_json(state.origin.as_ref()),
        state.classification.code().into(),
        state.withdrawn.into(),
        folded(words),
        moment(state.created_at),
        moment(state.changed_at),
    ]
}

/// A project in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectRow {
    /// Its id.
    pub id: ProjectId,
    /// How many events it has.
    pub version: u64,
    /// What it is.
    pub description: Description,
    /// The stage that it has reached; unknown where nobody has said.
    pub stage: Stage,
    /// The day on which it is known to have reached it.
    pub stage_on: Option<Date>,
    /// Where this is said.
    pub stage_source: Option<String>,
    /// Where the project is said, for projects from data.
    pub source: Option<String>,
    /// The instrument that it comes from.
    pub instrument: Option<InstrumentId>,
    /// Who may see it.
    pub classification: Classification,
    /// Whether it was taken off the list.
    pub withdrawn: bool,
    /// When it was taken in.
    pub created_at: Timestamp,
    /// When it last changed.
    pub changed_at: Timestamp,
}

impl ProjectRow {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.parsed("id")?,
            version: row.number("version")?,
            description: row.json("description")?,
            stage: row.code("stage", Stage::from_code)?,
            stage_on: row.optional_parsed("stage_on")?,
            stage_source: row.optional_text("stage_source")?,
            source: row.optional_text("source")?,
            instrument: row.optional_parsed("instrument")?,
            classification: row.code("classification", Classification::from_code)?,
            withdrawn: row.flag("withdrawn")?,
            created_at: row.parsed("created_at")?,
            changed_at: row.parsed("changed_at")?,
        })
    }
}

fn conditions(filter: &ProjectFilter, as_at: AsAt) -> Conditions {
    let mut all = Conditions::new(&TABLE, as_at);
    all.add_if(!filter.withdrawn, "t.withdrawn = 0");
    all.words(filter.words.as_deref());
    all.compare("t.kind", "=", filter.kind.map(ProjectKind::code));
    all.compare("t.stage", "=", filter.stage.map(Stage::code));
    all.of_instrument(filter.instrument);
    all
}

impl Store {
    /// Projects.
    pub async fn projects(
        &self,
        filter: &ProjectFilter,
        as_at: AsAt,
    ) -> Result<Page<ProjectRow>, StoreError> {
        let order = match filter.sort {
            ProjectSort::Name => "t.name_order",
            ProjectSort::Changed => "t.changed_at",
        };
        let (descending, page, per_page) = (filter.descending, filter.page, filter.per_page);
        let list = List { columns: SHOWN, joined: "", order: order.to_owned(), descending, page, per_page };
        self.page(list, conditions(filter, as_at), ProjectRow::read).await
    }
}
