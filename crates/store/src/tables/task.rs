//! Tasks in rows.

use super::{LAST, Table, due, folded, instrument_of, json, keys, moment, optional_json, shown};
use crate::error::StoreError;
use crate::filter::{AsAt, TaskFilter, TaskSort};
use crate::list::{Conditions, List, Page, by_day};
use crate::store::Store;
use crate::text::order_key;
use crate::value::{Row, Statement, Value};
use haidang_domain::task::{Progress, Standing, State, standing};
use haidang_domain::{Classification, Deadline, InstrumentId, OrganisationId, Party, TaskId};
use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

/// The table.
pub(super) const TABLE: Table = Table {
    name: "task",
    history: "task_history",
    columns: &[
        "id",
        "version",
        "statement",
        "statement_order",
        "lead",
        "lead_organisation",
        "lead_name",
        "lead_order",
        "coordinating",
        "parties",
        "deadline",
        "due",
        "completed_on",
        "progress",
        "percent",
        "report",
        "reported_at",
        "extensions",
        "instrument",
        "origin",
        "classification",
        "withdrawn",
        "folded",
        "created_at",
        "changed_at",
    ],
};

/// What a list shows. The symbol of the instrument is the present one, also for past days.
const SHOWN: &str = "t.id, t.version, t.statement, t.lead, t.coordinating, t.deadline, t.due, t.completed_on, \
     t.progress, t.percent, t.reported_at, t.extensions, t.instrument, i.symbol AS instrument_symbol, \
     t.classification, t.withdrawn, t.created_at, t.changed_at";

/// Where the symbol of the instrument comes from.
const JOINED: &str = "LEFT JOIN instrument i ON i.id = t.instrument";

/// The row of a state.
pub(super) fn row(id: Uuid, state: &State) -> Vec<Value> {
    let first = state.lead.first();
    let lead_name = first.map(|party| party.printed.as_str());
    let report = state.report.as_ref();
    let parties = state.lead.iter().chain(&state.coordinating).map(|party| party.printed.as_str());
    vec![
        id.to_string().into(),
        state.version.into(),
        state.statement.as_str().into(),
        order_key(&state.statement).into(),
        json(&state.lead),
        shown(first.and_then(|party| party.organisation)),
        lead_name.into(),
        lead_name.map_or_else(|| LAST.to_owned(), order_key).into(),
        json(&state.coordinating),
        keys(state.parties().iter().map(ToString::to_string)),
        shown(state.deadline),
        shown(due(state.deadline)),
        shown(state.completed_on),
        report.map(|report| report.progress.code()).into(),
        report.and_then(|report| report.percent).into(),
        report.map(|report| report.text.as_str()).into(),
        report.map(|report| crate::instant::written(report.at)).into(),
        state.extensions.into(),
        instrument_of(state.origin.as_ref()),
        optional_json(state.origin.as_ref()),
        state.classification.code().into(),
        state.withdrawn.into(),
        folded(std::iter::once(state.statement.as_str()).chain(parties)),
        moment(state.created_at),
        moment(state.changed_at),
    ]
}

/// A task in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    /// Its id.
    pub id: TaskId,
    /// How many events it has.
    pub version: u64,
    /// What has to be done.
    pub statement: String,
    /// Bodies in charge.
    pub lead: Vec<Party>,
    /// Bodies that help.
    pub coordinating: Vec<Party>,
    /// Until when.
    pub deadline: Option<Deadline>,
    /// The last day of the deadline.
    pub due: Option<Date>,
    /// The day on which it was done.
    pub completed_on: Option<Date>,
    /// How it stands on the day that was asked for.
    pub standing: Standing,
    /// How an owner says that it goes.
    pub progress: Option<Progress>,
    /// 0 to 100.
    pub percent: Option<u8>,
    /// When an owner last reported.
    pub reported_at: Option<Timestamp>,
    /// How often it was extended.
    pub extensions: u32,
    /// The instrument that it comes from.
    pub instrument: Option<InstrumentId>,
    /// The present symbol of that instrument.
    pub instrument_symbol: Option<String>,
    /// Who may see it.
    pub classification: Classification,
    /// Whether it was taken out of the programme.
    pub withdrawn: bool,
    /// When it was taken in.
    pub created_at: Timestamp,
    /// When it last changed.
    pub changed_at: Timestamp,
}

impl TaskRow {
    /// The row as it was fetched. How the task stands comes later, with the day.
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.parsed("id")?,
            version: row.number("version")?,
            statement: row.text("statement")?,
            lead: row.json("lead")?,
            coordinating: row.json("coordinating")?,
            deadline: row.optional_parsed("deadline")?,
            due: row.optional_parsed("due")?,
            completed_on: row.optional_parsed("completed_on")?,
            standing: Standing::InTerm,
            progress: row.optional_code("progress", Progress::from_code)?,
            percent: row.optional_number("percent")?,
            reported_at: row.optional_parsed("reported_at")?,
            extensions: row.number("extensions")?,
            instrument: row.optional_parsed("instrument")?,
            instrument_symbol: row.optional_text("instrument_symbol")?,
            classification: row.code("classification", Classification::from_code)?,
            withdrawn: row.flag("withdrawn")?,
            created_at: row.parsed("created_at")?,
            changed_at: row.parsed("changed_at")?,
        })
    }
}

/// How many tasks stand how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StandingCounts {
    /// Done by the deadline.
    pub on_time: u64,
    /// Done after the deadline.
    pub late: u64,
    /// Not done, and the deadline has not passed.
    pub in_term: u64,
    /// Not done, and the deadline has passed.
    pub overdue: u64,
}

/// The tasks that one body leads first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadCount {
    /// The organisation; `None` while nobody has said which one it is.
    pub organisation: Option<OrganisationId>,
    /// Its Vietnamese name now, or else the name as printed.
    pub name: String,
    /// How many tasks it leads first.
    pub tasks: u64,
    /// How they stand.
    pub counts: StandingCounts,
    /// How many of them are open, and nobody has ever reported on them.
    pub never_reported: u64,
}

impl StandingCounts {
    /// The count of one standing.
    fn of(&mut self, standing: Standing) -> &mut u64 {
        match standing {
            Standing::OnTime => &mut self.on_time,
            Standing::Late => &mut self.late,
            Standing::InTerm => &mut self.in_term,
            Standing::Overdue => &mut self.overdue,
        }
    }
}

/// How a task stands on a day, as [`standing`] says it: a comparison with nothing does not hold, so
/// that what has no deadline is never late, and what is not done was not done by that day.
fn standing_on(day: &str) -> String {
    format!(
        "CASE WHEN t.completed_on <= {day} THEN CASE WHEN t.due < t.completed_on THEN 'late' ELSE 'on_time' END \
         WHEN t.due < {day} THEN 'overdue' ELSE 'in_term' END"
    )
}

/// What must hold, besides how a task stands.
fn conditions(filter: &TaskFilter, as_at: AsAt) -> Conditions {
    let mut all = Conditions::new(&TABLE, as_at);
    all.add_if(!filter.withdrawn, "t.withdrawn = 0");
    all.words(filter.words.as_deref());
    all.of_instrument(filter.instrument);
    all.compare("t.lead_organisation", "=", filter.lead.map(|id| id.to_string()));
    if let Some(party) = filter.party {
        all.holds("t.parties", &format!("|{party}|"));
    }
    all.compare("t.due", ">=", filter.due_from.map(|day| day.to_string()));
    all.compare("t.due", "<=", filter.due_until.map(|day| day.to_string()));
    all.add_if(filter.unassigned, "t.lead_name IS NULL");
    if filter.never_reported {
        let day = all.place(as_at.day.to_string());
        all.add(format!("t.reported_at IS NULL AND (t.completed_on IS NULL OR t.completed_on > {day})"));
    }
    all
}

impl Store {
    /// Tasks.
    pub async fn tasks(&self, filter: &TaskFilter, as_at: AsAt) -> Result<Page<TaskRow>, StoreError> {
        let mut all = conditions(filter, as_at);
        if let Some(asked) = filter.standing {
            let day = all.place(as_at.day.to_string());
            let asked = all.place(asked.code());
            all.add(format!("{} = {asked}", standing_on(&day)));
        }
        let order = match filter.sort {
            TaskSort::Due => by_day("due", filter.descending),
            TaskSort::Statement => "t.statement_order".to_owned(),
            TaskSort::Lead => "t.lead_order".to_owned(),
            TaskSort::Changed => "t.changed_at".to_owned(),
            TaskSort::Created => "t.created_at".to_owned(),
        };
        let (descending, page, per_page) = (filter.descending, filter.page, filter.per_page);
        let list = List { columns: SHOWN, joined: JOINED, order, descending, page, per_page };
        let mut found = self.page(list, all, TaskRow::read).await?;
        for row in &mut found.rows {
            row.standing = standing(row.deadline, row.completed_on, as_at.day);
        }
        Ok(found)
    }

    /// How the tasks of a filter stand; the standing, order and page that it asks for do not count.
    pub async fn task_counts(&self, filter: &TaskFilter, as_at: AsAt) -> Result<StandingCounts, StoreError> {
        let mut all = conditions(filter, as_at);
        let day = all.place(as_at.day.to_string());
        let sql = format!(
            "SELECT s.standing, COUNT(*) AS tasks FROM (SELECT {} AS standing {}) s GROUP BY s.standing",
            standing_on(&day),
            all.clause("")
        );
        let mut counts = StandingCounts::default();
        for row in self.backend.fetch(Statement::new(sql, all.args())).await? {
            *counts.of(row.code("standing", Standing::from_code)?) = row.number("tasks")?;
        }
        Ok(counts)
    }

    /// How the tasks of the programme stand by the body that leads first, the one with the most
    /// overdue tasks first. Tasks that nobody leads are not counted.
    pub async fn lead_counts(&self, as_at: AsAt) -> Result<Vec<LeadCount>, StoreError> {
        let mut all = Conditions::new(&TABLE, as_at);
        all.add("t.withdrawn = 0");
        all.add("t.lead_name IS NOT NULL");
        let day = all.place(as_at.day.to_string());
        let sums = Standing::ALL.map(|one| {
            let code = one.code();
            format!("SUM(CASE WHEN s.standing = '{code}' THEN 1 ELSE 0 END) AS {code}")
        });
        let sql = format!(
            "SELECT s.organisation, COALESCE(MIN(o.name_vi), MIN(s.printed)) AS name, COUNT(*) AS tasks, {}, \
             SUM(CASE WHEN s.standing IN ('in_term', 'overdue') AND s.reported_at IS NULL THEN 1 ELSE 0 END) \
             AS never_reported \
             FROM (SELECT t.lead_organisation AS organisation, t.lead_name AS printed, t.reported_at, \
             CASE WHEN t.lead_organisation IS NULL THEN t.lead_name END AS unknown_body, {} AS standing {}) s \
             LEFT JOIN organisation o ON o.id = s.organisation \
             GROUP BY s.organisation, s.unknown_body ORDER BY overdue DESC, tasks DESC, name",
            sums.join(", "),
            standing_on(&day),
            all.clause("")
        );
        let rows = self.backend.fetch(Statement::new(sql, all.args())).await?;
        rows.iter().map(LeadCount::read).collect()
    }
}

impl LeadCount {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let mut counts = StandingCounts::default();
        for standing in Standing::ALL {
            *counts.of(standing) = row.number(standing.code())?;
        }
        Ok(Self {
            organisation: row.optional_parsed("organisation")?,
            name: row.text("name")?,
            tasks: row.number("tasks")?,
            counts,
            never_reported: row.number("never_reported")?,
        })
    }
}
