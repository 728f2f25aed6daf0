//! What became of the files of one press of the button: how far the reading is, file by file, and
//! what can be done about those that wait or could not be read. `islands/intake.ts` keeps it fresh;
//! without scripts the page asks for itself every few seconds while files are left.

use super::upload::allowed;
use crate::components::{Link, Page};
use crate::fields::{Fields, Id, Posted};
use crate::marks::Mark;
use crate::problem::{Problem, ok};
use crate::visit::{SignedIn, Visit};
use crate::words::Words;
use crate::{Web, assets};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use haidang_store::{Found, IntakeBatch, IntakeRow, IntakeState};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "instrument/intake.html")]
struct IntakeView {
    page: Page,
    script: String,
    action: String,
    /// How many files wait or are being read.
    left: u64,
    over: u64,
    total: u64,
    progress: String,
    summary: String,
    any_waiting: bool,
    any_to_retry: bool,
    rows: Vec<Row>,
}

/// One file.
struct Row {
    id: String,
    name: String,
    size: String,
    mark: Mark,
    found: String,
    error: Option<String>,
    links: Vec<Link>,
    cancel: bool,
    retry: bool,
    forget: bool,
}

/// The address of a batch.
pub(super) fn path(batch: Uuid) -> String {
    format!("/instruments/intake/{batch}")
}

/// A batch in a list: when, how many files, and how far.
pub(super) fn batch_link(visit: &Visit, batch: &IntakeBatch) -> Link {
    let words = visit.words;
    let failed = (batch.failed > 0).then(|| words.count("intake-failed", batch.failed));
    let parts = [Some(read(words, batch.done, batch.files)), failed];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let moment = words.moment(batch.created_at, &visit.zone);
    Link { href: path(batch.batch), name: format!("{moment} · {}", parts.join(" · ")) }
}

/// "12 of 40 read".
fn read(words: Words, done: u64, total: u64) -> String {
    words.with("intake-progress", &[("done", &words.whole(done)), ("total", &words.whole(total))])
}

/// Why a file could not be read, and what to do about it.
pub(super) fn error(words: Words, row: &IntakeRow) -> String {
    words.label("read-error", row.error.as_deref().unwrap_or("broken"))
}

/// Where the version that a file became is reviewed.
pub(super) fn review_path(row: &IntakeRow) -> Option<String> {
    let (instrument, version) = row.instrument.zip(row.version)?;
    Some(format!("/instruments/{instrument}/review?version={version}"))
}

/// The files of a batch.
pub(crate) async fn show(
    State(web): State<Web>,
    SignedIn { visit, by }: SignedIn,
    Id(batch): Id<Uuid>,
) -> Result<Response, Problem> {
    allowed(&by)?;
    let rows = web.app.store().intake_of_batch(batch).await?;
    let first = rows.first().ok_or(Problem::NotFound)?;
    let words = visit.words;
    let moment = words.moment(first.file.created_at, &visit.zone);
    let person = web.app.store().person(first.file.actor).await?.map(|person| person.name);
    let count = |fits: fn(&IntakeRow) -> bool| count(rows.iter().filter(|row| fits(row)).count());
    let total = self::count(rows.len());
    let left = count(|row| !row.state.is_over());
    let view = IntakeView {
        page: visit.page(&web, words.with("intake-title", &[("moment", &moment)]), "/instruments"),
        script: assets::url("intake.js"),
        action: path(batch),
        left,
        over: total - left,
        total,
        progress: read(words, count(|row| row.state == IntakeState::Done), total),
        summary: summary(words, &rows, left, person.as_deref()),
        any_waiting: rows.iter().any(|row| row.state == IntakeState::Waiting),
        any_to_retry: rows.iter().filter(|row| may_retry(row)).count() > 1,
        rows: rows.iter().map(|row| view(words, row)).collect(),
    };
    ok(&view)
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// Who handed the files in, what failed, and whether one may go away.
fn summary(words: Words, rows: &[IntakeRow], left: u64, person: Option<&str>) -> String {
    let failed = count(rows.iter().filter(|row| row.state == IntakeState::Failed).count());
    let parts = [
        person.map(|name| words.with("intake-by", &[("name", name)])),
        (failed > 0).then(|| format!("{}.", words.count("intake-failed", failed))),
        Some(words.t(if left > 0 { "intake-left" } else { "intake-over" })),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn view(words: Words, row: &IntakeRow) -> Row {
    let review = review_path(row).filter(|_| !row.repeated);
    let link = |href: String, key: &str| Link { href, name: words.t(key) };
    let instrument = row.instrument.map(|id| link(format!("/instruments/{id}"), "intake-open"));
    Row {
        id: row.file.id.to_string(),
        name: if row.file.file_name == super::upload::PASTED {
            words.t("intake-pasted")
        } else {
            row.file.file_name.clone()
        },
        size: size(words, row.file.bytes),
        mark: Mark::intake(words, row.state, row.lane),
        found: if row.repeated { words.t("intake-repeated") } else { found(words, row.found) },
        error: (row.state == IntakeState::Failed).then(|| error(words, row)),
        links: review.map(|href| link(href, "intake-review")).into_iter().chain(instrument).collect(),
        cancel: row.state == IntakeState::Waiting,
        retry: may_retry(row),
        forget: matches!(row.state, IntakeState::Failed | IntakeState::Cancelled),
    }
}

fn may_retry(row: &IntakeRow) -> bool {
    row.state == IntakeState::Failed && row.kept
}

/// What was found, kind by kind.
fn found(words: Words, found: Option<Found>) -> String {
    let Some(found) = found else { return String::new() };
    let counts = [
        ("intake-tasks", found.tasks),
        ("intake-targets", found.targets),
        ("intake-projects", found.projects),
        ("intake-proposals", found.proposals),
        ("intake-citations", found.citations),
    ];
    let parts: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| words.count(key, count))
        .collect();
    if parts.is_empty() { words.t("intake-nothing") } else { parts.join(", ") }
}

/// A length in kB or MB, with one decimal below ten.
fn size(words: Words, bytes: u64) -> String {
    if bytes < 1_000_000 {
        return words.with("size-kilobytes", &[("number", &words.whole(bytes.div_ceil(1_000)))]);
    }
    let tenths = u32::try_from(bytes.div_ceil(100_000)).unwrap_or(u32::MAX);
    let shown = if tenths < 100 { f64::from(tenths) / 10.0 } else { f64::from(tenths.div_ceil(10)) };
    words.with("size-megabytes", &[("number", &words.number(shown))])
}

/// Takes files back, lets them be read again, or forgets them, as a form asks.
pub(crate) async fn change(
    State(web): State<Web>,
    SignedIn { visit, by }: SignedIn,
    Id(batch): Id<Uuid>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    allowed(&by)?;
    let files = files(&web, batch, &fields).await?;
    match fields.get("what") {
        "cancel" => web.app.cancel_intake(&by, &files).await?,
        "retry" => web.app.retry_intake(&by, &files).await?,
        "forget" => {
            for file in files {
                web.app.forget_intake(&by, file).await?;
            }
        }
        _ => return Err(Problem::Malformed),
    }
    if web.app.store().intake_of_batch(batch).await?.is_empty() {
        visit.flash("notice-intake-forgotten").await?;
        return Ok(Redirect::to("/instruments/upload").into_response());
    }
    Ok(Redirect::to(&path(batch)).into_response())
}

/// The file that a form is about, or all of its batch.
async fn files(web: &Web, batch: Uuid, fields: &Fields) -> Result<Vec<Uuid>, Problem> {
    let rows = web.app.store().intake_of_batch(batch).await?;
    let all = rows.iter().map(|row| row.file.id);
    match fields.parse::<Uuid>("file") {
        Some(file) => Ok(all.filter(|id| *id == file).collect()),
        None => Ok(all.collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use haidang_domain::Language;

    #[test]
    fn lengths_are_told_in_round_numbers() {
        let table = [
            (0, "0 kB"),
            (1, "1 kB"),
            (999, "1 kB"),
            (12_400, "13 kB"),
            (1_250_000, "1,3 MB"),
            (60_000_000, "60 MB"),
        ];
        for (bytes, shown) in table {
            assert_eq!(size(Words::new(Language::Vi), bytes), shown);
        }
    }

    #[test]
    fn what_was_found_is_told_kind_by_kind() {
        let words = Words::new(Language::Vi);
        let some = Found { tasks: 12, citations: 3, ..Found::default() };
        assert_eq!(found(words, Some(some)), "12 nhiệm vụ, 3 dẫn chiếu");
        assert_eq!(found(words, Some(Found::default())), words.t("intake-nothing"));
        assert_eq!(found(words, None), "");
    }
}
