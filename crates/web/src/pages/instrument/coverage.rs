//! The coverage matrix of two instruments: as a page on which each pair is confirmed or refused, and
//! as a file for spreadsheets.

use super::names::{NAME_CHARACTERS, full};
use crate::Web;
use crate::change::done;
use crate::components::{Choice, Page};
use crate::csv::{START, line};
use crate::fields::{Asked, Id, Posted, new_command};
use crate::history::{commitment_href, shortened};
use crate::marks::{Mark, judged_key};
use crate::pages::origin::work_title;
use crate::problem::{Problem, ok};
use crate::visit::{SignedIn, Visit};
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use haidang_app::{Answer, Coverage, CoverageRow};
use haidang_domain::instrument::{FindingState, Verdict};
use haidang_domain::{Act, InstrumentId, Language};
use haidang_store::{InstrumentFilter, InstrumentSort};

/// Most lower instruments to choose from.
const MOST_LOWER: u32 = 200;
/// Most characters of words in a cell.
const QUOTE_CHARACTERS: usize = 260;

#[derive(Template)]
#[template(path = "instrument/coverage.html")]
struct CoverageView {
    page: Page,
    path: String,
    /// Its name in the trail, cut where it is long.
    name: String,
    title: String,
    action: String,
    lowers: Vec<Choice>,
    open_only: bool,
    matrix: Option<Matrix>,
    may: bool,
}

struct Matrix {
    by: String,
    csv: String,
    clauses: String,
    confirmed: String,
    proposed: String,
    open: String,
    open_href: String,
    has_text: bool,
    rows: Vec<RowView>,
}

struct RowView {
    anchor: String,
    category: String,
    category_code: &'static str,
    quote: String,
    place: String,
    clause: String,
    answers: Vec<AnswerView>,
}

struct AnswerView {
    quote: String,
    href: String,
    similarity: Option<String>,
    mark: Mark,
    judged: bool,
    confirmed: bool,
    refused: bool,
    id: String,
    command: String,
}

/// The matrix as of the day of the visit.
pub(crate) async fn coverage(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Id(id): Id<InstrumentId>,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    let words = visit.words;
    let as_at = visit.as_at(&web);
    let higher = web.app.work(id, as_at).await?;
    let title = work_title(words, &higher);
    let by: Option<InstrumentId> = asked.parse("by");
    let open_only = asked.ticked("open");
    let path = format!("/instruments/{}", higher.id);
    let matrix = match by {
        Some(by) => {
            let found = web.app.coverage(id, by, words.language(), as_at).await?;
            Some(matrix(words, &found, open_only, &path))
        }
        None => None,
    };
    let view = CoverageView {
        page: visit.page(&web, words.with("coverage-title", &[("higher", &title)]), "/instruments"),
        action: format!("{path}/coverage"),
        lowers: lowers(&web, &visit, higher.id, by).await?,
        may: visit.may(Act::Review),
        path,
        name: shortened(&title, NAME_CHARACTERS),
        title,
        open_only,
        matrix,
    };
    ok(&view)
}

/// Other works with a text, from the newest.
async fn lowers(
    web: &Web,
    visit: &Visit,
    higher: InstrumentId,
    by: Option<InstrumentId>,
) -> Result<Vec<Choice>, Problem> {
    let filter = InstrumentFilter {
        sort: InstrumentSort::Issued,
        descending: true,
        per_page: MOST_LOWER,
        with_text: true,
        ..InstrumentFilter::default()
    };
    let rows = web.app.store().instruments(&filter, visit.as_at(web)).await?.rows;
    let others = rows.iter().filter(|row| row.id != higher && row.work != Some(higher));
    let choice = |row: &haidang_store::InstrumentRow| Choice {
        value: row.id.to_string(),
        name: shortened(&full(visit.words, row), 110),
        chosen: Some(row.id) == by || (row.work.is_some() && row.work == by),
    };
    Ok(others.map(choice).collect())
}

fn matrix(words: Words, found: &Coverage, open_only: bool, path: &str) -> Matrix {
    let by = found.lower.id.to_string();
    let count = |test: fn(&CoverageRow) -> bool| {
        u64::try_from(found.rows.iter().filter(|row| test(row)).count()).unwrap_or(u64::MAX)
    };
    let shown = found.rows.iter().filter(|row| !open_only || row.is_open());
    Matrix {
        csv: format!("{path}/coverage.csv?by={by}"),
        clauses: words.count("coverage-clauses", count(|_| true)),
        confirmed: words.count("coverage-confirmed", count(CoverageRow::is_confirmed)),
        proposed: words.count("coverage-proposed", count(|row| !row.is_open() && !row.is_confirmed())),
        open: words.count("coverage-open", count(CoverageRow::is_open)),
        open_href: format!("{path}/coverage?by={by}&open=yes"),
        has_text: found.rows_of.is_some(),
        rows: shown.map(|row| row_view(words, found, row)).collect(),
        by,
    }
}

fn row_view(words: Words, found: &Coverage, row: &CoverageRow) -> RowView {
    let finding = &row.clause.finding;
    let category_code = finding.content.category().code();
    let record = found.rows_of.as_ref().map_or(found.higher.id, |(record, _)| *record);
    RowView {
        anchor: format!("clause-{}", finding.id),
        category: words.label("category", category_code),
        category_code,
        quote: shortened(&finding.quote, QUOTE_CHARACTERS),
        place: place(record, &row.clause),
        clause: finding.id.to_string(),
        answers: row.answers.iter().map(|answer| answer_view(words, answer)).collect(),
    }
}

fn place(record: InstrumentId, state: &FindingState) -> String {
    format!("/instruments/{record}?version={}#words-{}", state.version, state.finding.id)
}

fn answer_view(words: Words, answer: &Answer) -> AnswerView {
    let href = match answer.found.verdict {
        Verdict::Accepted(Some(commitment)) => commitment_href(commitment),
        _ => place(answer.instrument, &answer.found),
    };
    AnswerView {
        quote: shortened(&answer.found.finding.quote, QUOTE_CHARACTERS),
        href,
        similarity: answer.similarity.map(|share| words.percent(share)),
        mark: Mark::judged(words, answer.judged),
        judged: answer.judged.is_some(),
        confirmed: answer.judged == Some(true),
        refused: answer.judged == Some(false),
        id: answer.found.finding.id.to_string(),
        command: new_command().to_string(),
    }
}

/// Records what a person says about one pair, and goes back to its row.
pub(crate) async fn judge(
    State(web): State<Web>,
    SignedIn { visit, by }: SignedIn,
    Id(id): Id<InstrumentId>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let lower: InstrumentId = fields.parse("by").ok_or(Problem::Malformed)?;
    let clause = fields.parse("clause").ok_or(Problem::Malformed)?;
    let answer = fields.parse("answer").ok_or(Problem::Malformed)?;
    let answers = match fields.get("what") {
        "confirm" => Some(true),
        "refuse" => Some(false),
        "undo" => None,
        _ => return Err(Problem::Malformed),
    };
    let judged = web.app.judge_coverage(&by, (id, lower), (clause, answer), answers, fields.command()).await;
    match judged {
        // Somebody said the same before.
        Ok(()) | Err(haidang_app::AppError::Refused(haidang_domain::Refusal::NoChange)) => {}
        Err(error) => return Err(error.into()),
    }
    let open = if fields.ticked("open") { "&open=yes" } else { "" };
    let back = format!("/instruments/{id}/coverage?by={lower}{open}#clause-{clause}");
    done(&visit, "notice-coverage-judged", &back).await
}

/// The columns of the file: keys of their names.
const COLUMNS: [&str; 6] = [
    "field-category",
    "coverage-clause",
    "coverage-answer",
    "coverage-similarity",
    "coverage-judged",
    "field-id",
];

/// The matrix as a file: a line for each pair, and one for each clause that nothing answers.
pub(crate) async fn coverage_csv(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Id(id): Id<InstrumentId>,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    let words = visit.words;
    let by: InstrumentId = asked.parse("by").ok_or(Problem::NotFound)?;
    let language: Language = words.language();
    let found = web.app.coverage(id, by, language, visit.as_at(&web)).await?;
    let mut text = format!("{START}{}", line(&COLUMNS.map(|key| words.t(key))));
    for row in &found.rows {
        text.extend(lines(words, row));
    }
    let name = format!("attachment; filename=\"haidang-coverage-{}.csv\"", visit.day_shown(&web));
    let headers =
        [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, text).into_response())
}

fn lines(words: Words, row: &CoverageRow) -> Vec<String> {
    let finding = &row.clause.finding;
    let category = words.label("category", finding.content.category().code());
    let cells = |answer: String, similarity: String, judged: String| {
        line(&[
            category.clone(),
            shortened(&finding.quote, usize::MAX),
            answer,
            similarity,
            judged,
            finding.id.to_string(),
        ])
    };
    if row.answers.is_empty() {
        return vec![cells(String::new(), String::new(), words.t("coverage-nothing"))];
    }
    let one = |answer: &Answer| {
        let similarity = answer.similarity.map(|share| format!("{share:.2}")).unwrap_or_default();
        cells(
            shortened(&answer.found.finding.quote, usize::MAX),
            similarity,
            words.t(judged_key(answer.judged)),
        )
    };
    row.answers.iter().map(one).collect()
}
