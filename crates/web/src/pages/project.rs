//! Projects: the list, and one project with its forms.

use super::origin::{Chain, chain, wordings};
use crate::Web;
use crate::change::{Attempt, Frame, Now, Outcome, Removal, done, field_trouble, outcome, stale, text_of};
use crate::components::{Choice, Page, Pager, Place, Trouble, choices, page_asked};
use crate::fields::{Asked, Fields, Id, Posted};
use crate::history::{self, HistoryRow, shortened};
use crate::marks::Mark;
use crate::problem::{Problem, html, ok};
use crate::visit::{SignedIn, Visit};
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use haidang_domain::project::{Command, Description, ProjectKind, Stage, StageRecord, State as Project};
use haidang_domain::{Act, Noun, ProjectId, StreamId};
use haidang_store::{ProjectFilter, ProjectRow};

const PER_PAGE: u32 = 50;
const TITLE_CHARACTERS: usize = 90;

#[derive(Template)]
#[template(path = "project/list.html")]
struct ListView {
    page: Page,
    q: String,
    kinds: Vec<Choice>,
    stages: Vec<Choice>,
    any: bool,
    rows: Vec<Row>,
    pager: Pager,
}

struct Row {
    href: String,
    name: String,
    kind: String,
    mark: Mark,
    stage_on: String,
    owner: String,
    capital: String,
    source: String,
}

/// The projects that an address asks for.
pub(crate) async fn list(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    let words = visit.words;
    let filter = ProjectFilter {
        words: asked.owned("q"),
        kind: asked.some("kind").and_then(ProjectKind::from_code),
        stage: asked.some("stage").and_then(Stage::from_code),
        page: page_asked(&asked),
        per_page: PER_PAGE,
        ..ProjectFilter::default()
    };
    let found = web.app.store().projects(&filter, visit.as_at(&web)).await?;
    let place = Place { page: found.page, per_page: PER_PAGE, total: found.total, counted: "project-count" };
    let view = ListView {
        page: visit.page(&web, words.t("projects-title"), "/projects"),
        q: asked.get("q").to_owned(),
        kinds: choices(words, "project-kind", &ProjectKind::ALL.map(ProjectKind::code), asked.get("kind")),
        stages: choices(words, "stage", &Stage::ALL.map(Stage::code), asked.get("stage")),
        any: ["q", "kind", "stage"].iter().any(|name| asked.ticked(name)),
        rows: found.rows.iter().map(|project| row(words, project)).collect(),
        pager: Pager::new(words, "/projects", &asked, &place),
    };
    ok(&view)
}

fn row(words: Words, project: &ProjectRow) -> Row {
    let description = &project.description;
    Row {
        href: format!("/projects/{}", project.id),
        name: words.choose_by_code(&description.names, &description.name),
        kind: words.label("project-kind", description.kind.code()),
        mark: Mark::stage(words, project.stage),
        stage_on: project.stage_on.map(|day| words.date(day)).unwrap_or_default(),
        owner: description.owner.clone().unwrap_or_default(),
        capital: description.capital.clone().unwrap_or_default(),
        source: project.source.clone().or_else(|| project.stage_source.clone()).unwrap_or_default(),
    }
}

#[derive(Template)]
#[template(path = "project/show.html")]
struct ShowView {
    page: Page,
    action: String,
    trouble: Option<Trouble>,
    name: String,
    kind: String,
    mark: Mark,
    owner: String,
    capital: String,
    location: String,
    source: Option<String>,
    classification: String,
    withdrawn: bool,
    stages: Vec<StageRow>,
    chain: Option<Chain>,
    wordings: Vec<Chain>,
    record: Option<RecordForm>,
    removal: Removal,
    history: Vec<HistoryRow>,
}

struct StageRow {
    mark: Mark,
    on: String,
    source: String,
}

struct RecordForm {
    frame: Frame,
    stage: Vec<Choice>,
    on: String,
    source: String,
}

/// One project as of the day of the visit.
pub(crate) async fn show(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Id(id): Id<ProjectId>,
) -> Result<Response, Problem> {
    page(&web, &visit, id, None).await
}

async fn page(
    web: &Web,
    visit: &Visit,
    id: ProjectId,
    attempt: Option<&Attempt>,
) -> Result<Response, Problem> {
    let (words, as_at) = (visit.words, visit.as_at(web));
    let project = web.app.project(id, as_at).await?;
    let entries = web.app.history(StreamId { noun: Noun::Project, id: id.0 }, as_at).await?;
    let description = &project.description;
    let name = words.choose_by_code(&description.names, &description.name);
    let title = words.with("project-title", &[("name", &shortened(&name, TITLE_CHARACTERS))]);
    let page = visit.page(web, title, "/projects");
    let open = !project.withdrawn;
    let unknown = || words.t("not-known");
    let view = ShowView {
        action: format!("/projects/{id}"),
        trouble: attempt.map(|attempt| attempt.trouble.clone()),
        kind: words.label("project-kind", description.kind.code()),
        mark: Mark::stage(words, project.stages.last().map_or(Stage::Unknown, |record| record.stage)),
        owner: description.owner.clone().unwrap_or_else(unknown),
        capital: description.capital.clone().unwrap_or_else(unknown),
        location: location(words, description),
        source: project.source.clone(),
        classification: words.label("classification", project.classification.code()),
        withdrawn: project.withdrawn,
        stages: project.stages.iter().rev().map(|record| stage_row(words, record)).collect(),
        chain: chain(web, visit, project.origin.as_ref()).await,
        wordings: wordings(web, visit, &project.wordings).await,
        record: (open && visit.may(Act::RecordStatus)).then(|| record_form(web, &page, &project, attempt)),
        removal: Removal::new(visit, &page, (project.version, project.withdrawn), attempt),
        history: history::rows(visit, &entries),
        name,
        page,
    };
    html(if attempt.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &view)
}

/// Where it lies; the centre of a commune is never shown as exact.
fn location(words: Words, description: &Description) -> String {
    let Some((latitude, longitude)) = description.location else {
        return words.t("not-known");
    };
    let place = [("latitude", words.number(latitude)), ("longitude", words.number(longitude))];
    let place: Vec<(&str, &str)> = place.iter().map(|(name, number)| (*name, number.as_str())).collect();
    if description.location_accuracy.as_deref() == Some("site") {
        words.with("project-location", &place)
    } else {
        words.with("project-location-about", &place)
    }
}

fn stage_row(words: Words, record: &StageRecord) -> StageRow {
    StageRow {
        mark: Mark::stage(words, record.stage),
        on: words.date(record.on),
        source: record.source.clone(),
    }
}

fn record_form(web: &Web, page: &Page, project: &Project, attempt: Option<&Attempt>) -> RecordForm {
    let typed = Attempt::of(attempt, "stage");
    let last = project.stages.last().map_or("", |record| record.stage.code());
    RecordForm {
        frame: Frame::new(page, "stage", project.version, attempt),
        stage: choices(page.words, "stage", &Stage::ALL.map(Stage::code), &text_of(typed, "stage", last)),
        on: text_of(typed, "on", &web.app.today().to_string()),
        source: text_of(typed, "source", ""),
    }
}

/// Changes a project as a form asks, and goes back to its page.
pub(crate) async fn change(
    State(web): State<Web>,
    SignedIn { visit, by }: SignedIn,
    Id(id): Id<ProjectId>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let what = fields.get("what").to_owned();
    let action = format!("/projects/{id}");
    let made = match command(visit.words, &what, &fields)? {
        Ok(command) => {
            let answer = web.app.change_project(&by, id, crate::change::change(&fields, command)).await;
            outcome(visit.words, &what, answer)?
        }
        Err(trouble) => Outcome::Trouble(trouble),
    };
    match made {
        Outcome::Done => done(&visit, notice(&what), &action).await,
        Outcome::Trouble(trouble) => page(&web, &visit, id, Some(&Attempt::new(&fields, trouble))).await,
        Outcome::Stale => {
            let project = web.app.project(id, web.app.as_at(None)).await?;
            let fields_now = is_now(visit.words, &what, &project);
            stale(
                &web,
                &visit,
                &fields,
                Now { action: &action, version: project.version, fields: fields_now },
            )
        }
    }
}

/// The key of what to say when the form was obeyed.
fn notice(what: &str) -> &'static str {
    match what {
        "stage" => "notice-project-stage",
        "withdraw" => "notice-withdrawn",
        _ => "notice-restored",
    }
}

fn command(words: Words, what: &str, fields: &Fields) -> Result<Result<Command, Trouble>, Problem> {
    let reason = fields.get("reason").to_owned();
    match what {
        "stage" => Ok(record(words, fields)),
        "withdraw" => Ok(Ok(Command::Withdraw { reason })),
        "restore" => Ok(Ok(Command::Restore)),
        _ => Err(Problem::Malformed),
    }
}

fn record(words: Words, fields: &Fields) -> Result<Command, Trouble> {
    let Some(stage) = Stage::from_code(fields.get("stage")) else {
        return Err(field_trouble(words, "stage", "stage", "trouble-stage"));
    };
    let Some(on) = fields.date("on") else {
        return Err(field_trouble(words, "stage", "on", "trouble-day"));
    };
    Ok(Command::RecordStage { stage, on, source: fields.get("source").to_owned() })
}

fn is_now(words: Words, what: &str, project: &Project) -> Vec<(&'static str, String)> {
    let last = project.stages.last();
    match what {
        "stage" => vec![
            ("stage", last.map(|record| words.label("stage", record.stage.code())).unwrap_or_default()),
            ("on", last.map(|record| words.date(record.on)).unwrap_or_default()),
            ("source", last.map(|record| record.source.clone()).unwrap_or_default()),
        ],
        "withdraw" => vec![("reason", String::new())],
        _ => Vec::new(),
    }
}
