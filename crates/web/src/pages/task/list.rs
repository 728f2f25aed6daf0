//! The list of tasks.

use super::filter::{PER_PAGE, filter, sort_column};
use crate::Web;
use crate::components::{Choice, Page, Pager, Place, SortLink, Sorting};
use crate::fields::{Asked, Fields};
use crate::history::due;
use crate::marks::Mark;
use crate::pages::origin::short_name;
use crate::problem::{Problem, ok};
use crate::visit::{SignedIn, Visit};
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use haidang_domain::task::Standing;
use haidang_store::{InstrumentFilter, StandingCounts, TaskFilter, TaskRow};

/// Most instruments that the filter lists.
const INSTRUMENTS_LISTED: u32 = 200;

#[derive(Template)]
#[template(path = "task/list.html")]
struct ListView {
    page: Page,
    asked: AskedView,
    standings: Vec<StandingLink>,
    instruments: Vec<Choice>,
    leads: Vec<Choice>,
    heads: Heads,
    rows: Vec<Row>,
    pager: Pager,
    csv: String,
    sort: String,
    descending: bool,
}

/// What was asked, to fill the form again.
#[expect(clippy::struct_excessive_bools, reason = "each is a tick box of its own")]
struct AskedView {
    q: String,
    due_from: String,
    due_until: String,
    standing: String,
    unassigned: bool,
    never_reported: bool,
    withdrawn: bool,
    any: bool,
}

struct StandingLink {
    mark: Mark,
    shown: String,
    href: String,
    current: bool,
}

struct Heads {
    statement: SortLink,
    lead: SortLink,
    due: SortLink,
    changed: SortLink,
}

struct Row {
    href: String,
    statement: String,
    standing: Mark,
    lead: String,
    coordinating: String,
    deadline: String,
    last_day: Option<String>,
    extended: Option<String>,
    progress: Mark,
    percent: Option<String>,
    instrument: String,
    changed: String,
    withdrawn: bool,
}

/// The tasks that an address asks for.
pub(crate) async fn list(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    let (words, as_at) = (visit.words, visit.as_at(&web));
    let filter = filter(&asked);
    let found = web.app.store().tasks(&filter, as_at).await?;
    let all = TaskFilter { standing: None, ..filter.clone() };
    let counts = web.app.store().task_counts(&all, as_at).await?;
    let sort = sort_column(&asked);
    let sorting = Sorting { path: "/tasks", asked: &asked, by: sort, descending: filter.descending };
    let place = Place { page: found.page, per_page: PER_PAGE, total: found.total, counted: "task-count" };
    let view = ListView {
        page: visit.page(&web, words.t("tasks-title"), "/tasks"),
        asked: asked_view(&asked),
        standings: standings(words, &asked, &counts),
        instruments: instruments(&web, &visit, asked.get("instrument")).await?,
        leads: leads(&web, &visit, asked.get("lead")).await?,
        heads: heads(words, &sorting),
        rows: found.rows.iter().map(|task| row(&visit, task)).collect(),
        pager: Pager::new(words, "/tasks", &asked, &place),
        csv: format!("/tasks.csv{}", asked.query(&[("page", "")])),
        sort: sort.to_owned(),
        descending: filter.descending,
    };
    ok(&view)
}

fn asked_view(asked: &Fields) -> AskedView {
    let names = [
        "q",
        "instrument",
        "lead",
        "party",
        "standing",
        "due_from",
        "due_until",
        "unassigned",
        "never_reported",
        "withdrawn",
    ];
    AskedView {
        q: asked.get("q").to_owned(),
        due_from: asked.get("due_from").to_owned(),
        due_until: asked.get("due_until").to_owned(),
        standing: asked.get("standing").to_owned(),
        unassigned: asked.ticked("unassigned"),
        never_reported: asked.ticked("never_reported"),
        withdrawn: asked.ticked("withdrawn"),
        any: names.iter().any(|name| asked.ticked(name)),
    }
}

fn standings(words: Words, asked: &Fields, counts: &StandingCounts) -> Vec<StandingLink> {
    let counted = [
        (Standing::Overdue, counts.overdue),
        (Standing::InTerm, counts.in_term),
        (Standing::OnTime, counts.on_time),
        (Standing::Late, counts.late),
    ];
    let link = |(standing, count): (Standing, u64)| {
        let current = asked.get("standing") == standing.code();
        let to = if current { "" } else { standing.code() };
        StandingLink {
            mark: Mark::standing(words, standing),
            shown: words.whole(count),
            href: format!("/tasks{}", asked.query(&[("standing", to), ("page", "")])),
            current,
        }
    };
    counted.map(link).into()
}

async fn instruments(web: &Web, visit: &Visit, chosen: &str) -> Result<Vec<Choice>, Problem> {
    let filter = InstrumentFilter { per_page: INSTRUMENTS_LISTED, ..InstrumentFilter::default() };
    let found = web.app.store().instruments(&filter, visit.as_at(web)).await?;
    let choice = |row: haidang_store::InstrumentRow| {
        let value = row.id.to_string();
        let name = short_name(visit.words, row.kind, row.symbol.as_deref(), &row.titles);
        Choice { chosen: value == chosen, value, name }
    };
    Ok(found.rows.into_iter().map(choice).collect())
}

async fn leads(web: &Web, visit: &Visit, chosen: &str) -> Result<Vec<Choice>, Problem> {
    let found = web.app.store().organisations(visit.as_at(web)).await?;
    let choice = |row: haidang_store::OrganisationRow| {
        let value = row.id.to_string();
        Choice { chosen: value == chosen, value, name: visit.words.name(&row.names) }
    };
    Ok(found.into_iter().map(choice).collect())
}

fn heads(words: Words, sorting: &Sorting<'_>) -> Heads {
    Heads {
        statement: sorting.link("statement", words.t("field-statement")),
        lead: sorting.link("lead", words.t("field-lead")),
        due: sorting.link("due", words.t("field-deadline")),
        changed: sorting.link("changed", words.t("field-changed")),
    }
}

fn row(visit: &Visit, task: &TaskRow) -> Row {
    let words = visit.words;
    let percent = |percent: u8| words.with("number-percent", &[("number", &percent.to_string())]);
    Row {
        href: format!("/tasks/{}", task.id),
        statement: task.statement.clone(),
        standing: Mark::standing(words, task.standing),
        lead: if task.lead.is_empty() { words.t("task-unassigned") } else { Words::parties(&task.lead) },
        coordinating: Words::parties(&task.coordinating),
        deadline: words.deadline_or_none(task.deadline),
        last_day: due(words, task.deadline),
        extended: (task.extensions > 0).then(|| words.count("task-extensions", u64::from(task.extensions))),
        progress: Mark::progress(words, task.progress),
        percent: task.percent.map(percent),
        instrument: task.instrument_symbol.clone().unwrap_or_default(),
        changed: words.date(visit.zone.to_datetime(task.changed_at).date()),
        withdrawn: task.withdrawn,
    }
}
