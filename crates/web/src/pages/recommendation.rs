//! Requests to other bodies: the ledger, and one request with its forms.

use super::origin::{Chain, chain, wordings};
use crate::Web;
use crate::change::{Attempt, Frame, Now, Outcome, Removal, done, field_trouble, outcome, stale, text_of};
use crate::components::{Page, Pager, Place, Trouble, page_asked};
use crate::fields::{Asked, Fields, Id, Posted};
use crate::history::{self, HistoryRow, due, shortened};
use crate::marks::Mark;
use crate::problem::{Problem, html, ok};
use crate::visit::{SignedIn, Visit};
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use haidang_domain::recommendation::{Command, State as Recommendation};
use haidang_domain::{Act, Deadline, Noun, Party, RecommendationId, StreamId};
use haidang_store::{RecommendationFilter, RecommendationRow};
use jiff::civil::Date;

const PER_PAGE: u32 = 50;
const TITLE_CHARACTERS: usize = 90;

#[derive(Template)]
#[template(path = "recommendation/list.html")]
struct ListView {
    page: Page,
    q: String,
    answered: String,
    any: bool,
    rows: Vec<Row>,
    pager: Pager,
}

struct Row {
    href: String,
    statement: String,
    from: String,
    to: String,
    deadline: String,
    forwarded: String,
    mark: Mark,
    answered_on: String,
}

/// The requests that an address asks for.
pub(crate) async fn list(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    let words = visit.words;
    let filter = RecommendationFilter {
        words: asked.owned("q"),
        answered: match asked.get("answered") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        page: page_asked(&asked),
        per_page: PER_PAGE,
        ..RecommendationFilter::default()
    };
    let found = web.app.store().recommendations(&filter, visit.as_at(&web)).await?;
    let place =
        Place { page: found.page, per_page: PER_PAGE, total: found.total, counted: "recommendation-count" };
    let day = visit.day_shown(&web);
    let view = ListView {
        page: visit.page(&web, words.t("recommendations-title"), "/recommendations"),
        q: asked.get("q").to_owned(),
        answered: asked.get("answered").to_owned(),
        any: ["q", "answered"].iter().any(|name| asked.ticked(name)),
        rows: found.rows.iter().map(|recommendation| row(words, recommendation, day)).collect(),
        pager: Pager::new(words, "/recommendations", &asked, &place),
    };
    ok(&view)
}

fn row(words: Words, recommendation: &RecommendationRow, day: Date) -> Row {
    let overdue = recommendation.due.is_some_and(|due| due < day);
    Row {
        href: format!("/recommendations/{}", recommendation.id),
        statement: recommendation.statement.clone(),
        from: name(recommendation.from.as_ref()),
        to: name(recommendation.to.as_ref()),
        deadline: words.deadline_or_none(recommendation.deadline),
        forwarded: recommendation.forwarded_to.clone().unwrap_or_default(),
        mark: Mark::answered(words, recommendation.answered_on.is_some(), overdue),
        answered_on: recommendation.answered_on.map(|day| words.date(day)).unwrap_or_default(),
    }
}

fn name(party: Option<&Party>) -> String {
    party.map(|party| party.printed.clone()).unwrap_or_default()
}

#[derive(Template)]
#[template(path = "recommendation/show.html")]
struct ShowView {
    page: Page,
    action: String,
    trouble: Option<Trouble>,
    statement: String,
    mark: Mark,
    from: String,
    to: String,
    deadline: String,
    last_day: Option<String>,
    classification: String,
    withdrawn: bool,
    forwarded: Vec<String>,
    answer: Option<AnswerView>,
    chain: Option<Chain>,
    wordings: Vec<Chain>,
    forward: Option<ForwardForm>,
    give_answer: Option<AnswerForm>,
    removal: Removal,
    organisations: Vec<String>,
    history: Vec<HistoryRow>,
}

struct AnswerView {
    on: String,
    text: String,
}

struct ForwardForm {
    frame: Frame,
    to: String,
    on: String,
}

struct AnswerForm {
    frame: Frame,
    on: String,
    text: String,
}

/// One request as of the day of the visit.
pub(crate) async fn show(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Id(id): Id<RecommendationId>,
) -> Result<Response, Problem> {
    page(&web, &visit, id, None).await
}

async fn page(
    web: &Web,
    visit: &Visit,
    id: RecommendationId,
    attempt: Option<&Attempt>,
) -> Result<Response, Problem> {
    let (words, as_at) = (visit.words, visit.as_at(web));
    let request = web.app.recommendation(id, as_at).await?;
    let entries = web.app.history(StreamId { noun: Noun::Recommendation, id: id.0 }, as_at).await?;
    let title = words
        .with("recommendation-title", &[("statement", &shortened(&request.statement, TITLE_CHARACTERS))]);
    let page = visit.page(web, title, "/recommendations");
    let (open, keeps) = (!request.withdrawn, visit.may(Act::RecordStatus));
    let overdue = request.deadline.and_then(Deadline::due).is_some_and(|due| due < visit.day_shown(web));
    let answer = request.answer.as_ref();
    let view = ShowView {
        action: format!("/recommendations/{id}"),
        trouble: attempt.map(|attempt| attempt.trouble.clone()),
        mark: Mark::answered(words, answer.is_some(), overdue),
        from: name(request.from.as_ref()),
        to: name(request.to.as_ref()),
        deadline: words.deadline_or_none(request.deadline),
        last_day: due(words, request.deadline),
        classification: words.label("classification", request.classification.code()),
        withdrawn: request.withdrawn,
        forwarded: forwarded(words, &request),
        answer: answer.map(|answer| AnswerView { on: words.date(answer.on), text: answer.text.clone() }),
        chain: chain(web, visit, request.origin.as_ref()).await,
        wordings: wordings(web, visit, &request.wordings).await,
        forward: (open && keeps && answer.is_none()).then(|| forward_form(web, &page, &request, attempt)),
        give_answer: (open && keeps).then(|| answer_form(web, &page, &request, attempt)),
        removal: Removal::new(visit, &page, (request.version, request.withdrawn), attempt),
        organisations: organisations(web, visit).await?,
        history: history::rows(visit, &entries),
        statement: request.statement,
        page,
    };
    html(if attempt.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &view)
}

fn forwarded(words: Words, request: &Recommendation) -> Vec<String> {
    let sentence = |(to, on): &(Party, Date)| {
        words.with("event-recommendation-forwarded", &[("to", &to.printed), ("on", &words.date(*on))])
    };
    request.forwarded.iter().map(sentence).collect()
}

async fn organisations(web: &Web, visit: &Visit) -> Result<Vec<String>, Problem> {
    let rows = web.app.organisations().await?;
    Ok(rows.iter().map(|row| visit.words.name(&row.names)).collect())
}

fn forward_form(web: &Web, page: &Page, request: &Recommendation, attempt: Option<&Attempt>) -> ForwardForm {
    let typed = Attempt::of(attempt, "forward");
    ForwardForm {
        frame: Frame::new(page, "forward", request.version, attempt),
        to: text_of(typed, "to", &name(request.to.as_ref())),
        on: text_of(typed, "on", &web.app.today().to_string()),
    }
}

fn answer_form(web: &Web, page: &Page, request: &Recommendation, attempt: Option<&Attempt>) -> AnswerForm {
    let typed = Attempt::of(attempt, "answer");
    AnswerForm {
        frame: Frame::new(page, "answer", request.version, attempt),
        on: text_of(typed, "on", &web.app.today().to_string()),
        text: text_of(typed, "text", ""),
    }
}

/// Changes a request as a form asks, and goes back to its page.
pub(crate) async fn change(
    State(web): State<Web>,
    SignedIn { visit, by }: SignedIn,
    Id(id): Id<RecommendationId>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let what = fields.get("what").to_owned();
    let action = format!("/recommendations/{id}");
    let made = match command(&web, visit.words, &what, &fields).await? {
        Ok(command) => {
            let answer =
                web.app.change_recommendation(&by, id, crate::change::change(&fields, command)).await;
            outcome(visit.words, &what, answer)?
        }
        Err(trouble) => Outcome::Trouble(trouble),
    };
    match made {
        Outcome::Done => done(&visit, notice(&what), &action).await,
        Outcome::Trouble(trouble) => page(&web, &visit, id, Some(&Attempt::new(&fields, trouble))).await,
        Outcome::Stale => {
            let request = web.app.recommendation(id, web.app.as_at(None)).await?;
            let fields_now = is_now(visit.words, &what, &request);
            stale(
                &web,
                &visit,
                &fields,
                Now { action: &action, version: request.version, fields: fields_now },
            )
        }
    }
}

/// The key of what to say when the form was obeyed.
fn notice(what: &str) -> &'static str {
    match what {
        "forward" => "notice-recommendation-forwarded",
        "answer" => "notice-recommendation-answered",
        "withdraw" => "notice-withdrawn",
        _ => "notice-restored",
    }
}

async fn command(
    web: &Web,
    words: Words,
    what: &str,
    fields: &Fields,
) -> Result<Result<Command, Trouble>, Problem> {
    let reason = fields.get("reason").to_owned();
    let day = || fields.date("on").ok_or_else(|| field_trouble(words, what, "on", "trouble-day"));
    let command = match what {
        "forward" => {
            let to = web.app.resolve_parties(&fields.names("to")).await?.into_iter().next();
            let to = to.ok_or_else(|| field_trouble(words, what, "to", "trouble-to"));
            to.and_then(|to| Ok(Command::Forward { to, on: day()? }))
        }
        "answer" => day().map(|on| Command::Answer { on, text: fields.get("text").to_owned() }),
        "withdraw" => Ok(Command::Withdraw { reason }),
        "restore" => Ok(Command::Restore),
        _ => return Err(Problem::Malformed),
    };
    Ok(command)
}

fn is_now(words: Words, what: &str, request: &Recommendation) -> Vec<(&'static str, String)> {
    let sent = request.forwarded.last();
    let answer = request.answer.as_ref();
    match what {
        "forward" => vec![
            ("to", sent.map(|(to, _)| to.printed.clone()).unwrap_or_default()),
            ("on", sent.map(|(_, on)| words.date(*on)).unwrap_or_default()),
        ],
        "answer" => vec![
            ("on", answer.map(|answer| words.date(answer.on)).unwrap_or_default()),
            ("text", answer.map(|answer| answer.text.clone()).unwrap_or_default()),
        ],
        "withdraw" => vec![("reason", String::new())],
        _ => Vec::new(),
    }
}
