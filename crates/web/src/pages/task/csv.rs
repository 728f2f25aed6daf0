//! The list of tasks as a file for spreadsheets: UTF-8 with a mark at its start, one page of rows
//! after another, so that a list of any length fits.

use super::filter::filter;
use crate::Web;
use crate::csv::{START, line};
use crate::fields::Asked;
use crate::problem::Problem;
use crate::visit::SignedIn;
use crate::words::Words;
use axum::body::Body;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures::stream;
use haidang_store::{AsAt, Store, StoreError, TaskFilter, TaskRow};

/// Rows that are fetched at a time.
const ROWS_AT_ONCE: u32 = 500;
/// Most pages that are fetched.
const MOST_PAGES: u32 = 2_000;

/// The columns: keys of their names.
const COLUMNS: [&str; 12] = [
    "field-statement",
    "field-standing",
    "field-lead",
    "field-coordinating",
    "field-deadline",
    "field-due",
    "field-completed_on",
    "field-progress",
    "field-percent",
    "field-extensions",
    "field-instrument",
    "field-id",
];

/// What remains to be sent.
struct Rest {
    store: Store,
    filter: TaskFilter,
    as_at: AsAt,
    words: Words,
}

/// The tasks that an address asks for, as a file.
pub(crate) async fn csv(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    let filter = TaskFilter { page: 1, per_page: ROWS_AT_ONCE, ..filter(&asked) };
    let words = visit.words;
    let rest = Rest { store: web.app.store().clone(), filter, as_at: visit.as_at(&web), words };
    let head = COLUMNS.map(|key| words.t(key));
    let start = format!("{START}{}", line(&head));
    let parts = stream::try_unfold((Some(start), Some(rest)), |(start, rest)| async move {
        match (start, rest) {
            (Some(start), rest) => Ok(Some((start, (None, rest)))),
            (None, Some(rest)) => next(rest).await.map(|(part, rest)| Some((part, (None, rest)))),
            (None, None) => Ok::<_, StoreError>(None),
        }
    });
    let name = format!("attachment; filename=\"haidang-tasks-{}.csv\"", visit.day_shown(&web));
    let headers =
        [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, Body::from_stream(parts)).into_response())
}

async fn next(rest: Rest) -> Result<(String, Option<Rest>), StoreError> {
    let found = rest.store.tasks(&rest.filter, rest.as_at).await?;
    let part = found.rows.iter().map(|task| line(&cells(rest.words, task))).collect();
    let sent = u64::from(rest.filter.page).saturating_mul(u64::from(ROWS_AT_ONCE));
    let more = sent < found.total && rest.filter.page < MOST_PAGES;
    let page = rest.filter.page.saturating_add(1);
    let rest = more.then(|| Rest { filter: TaskFilter { page, ..rest.filter }, ..rest });
    Ok((part, rest))
}

fn cells(words: Words, task: &TaskRow) -> [String; 12] {
    [
        task.statement.clone(),
        words.label("standing", task.standing.code()),
        Words::parties(&task.lead),
        Words::parties(&task.coordinating),
        task.deadline.map(|deadline| words.deadline(deadline)).unwrap_or_default(),
        task.due.map(|day| day.to_string()).unwrap_or_default(),
        task.completed_on.map(|day| day.to_string()).unwrap_or_default(),
        task.progress.map(|progress| words.label("progress", progress.code())).unwrap_or_default(),
        task.percent.map(|percent| percent.to_string()).unwrap_or_default(),
        task.extensions.to_string(),
        task.instrument_symbol.clone().unwrap_or_default(),
        task.id.to_string(),
    ]
}
