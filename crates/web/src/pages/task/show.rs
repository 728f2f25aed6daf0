//! One task: its words, where they come from, how it stands, what happened, and its forms.

use crate::Web;
use crate::change::{Attempt, Frame, ReasonForm, Removal, text_of};
use crate::components::{Choice, Page, Trouble, choices};
use crate::fields::{Id, new_command};
use crate::history::{self, HistoryRow, due, shortened};
use crate::marks::Mark;
use crate::pages::bodies::{Bodies, Body};
use crate::pages::origin::{Chain, chain, wordings};
use crate::problem::{Problem, html};
use crate::visit::{SignedIn, Visit};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use haidang_domain::task::{Progress, State as Task, standing};
use haidang_domain::{Act, Noun, Party, StreamId, TaskId, permitted};

/// Most characters of a statement in the title of the page.
const TITLE_CHARACTERS: usize = 90;
/// Empty fields for bodies that are still to be named.
const SPARE_BODIES: usize = 2;

#[derive(Template)]
#[template(path = "task/show.html")]
struct ShowView {
    page: Page,
    action: String,
    trouble: Option<Trouble>,
    statement: String,
    standing: Mark,
    withdrawn: bool,
    bodies: Vec<BodiesRow>,
    deadline: String,
    last_day: Option<String>,
    extended: Option<String>,
    completed: Option<String>,
    classification: String,
    report: Option<ReportView>,
    chain: Option<Chain>,
    wordings: Vec<Chain>,
    forms: Forms,
    organisations: Vec<String>,
    history: Vec<HistoryRow>,
}

struct ReportView {
    mark: Mark,
    percent: Option<String>,
    percent_value: Option<u8>,
    text: String,
    at: String,
}

/// The forms that are open to the visitor.
struct Forms {
    any: bool,
    report: Option<ReportForm>,
    complete: Option<CompleteForm>,
    assign: Option<AssignForm>,
    deadline: Option<DeadlineForm>,
    extend: Option<ExtendForm>,
    correct: Option<CorrectForm>,
    reopen: Option<ReasonForm>,
    removal: Removal,
}

struct ReportForm {
    frame: Frame,
    progress: Vec<Choice>,
    percent: String,
    text: String,
}

struct CompleteForm {
    frame: Frame,
    on: String,
    note: String,
}

struct AssignForm {
    frame: Frame,
    lead: Vec<String>,
    coordinating: Vec<String>,
}

struct DeadlineForm {
    frame: Frame,
    deadline: String,
}

struct ExtendForm {
    frame: Frame,
    deadline: String,
    reason: String,
}

struct CorrectForm {
    frame: Frame,
    statement: String,
}

/// One task as of the day of the visit.
pub(crate) async fn show(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Id(id): Id<TaskId>,
) -> Result<Response, Problem> {
    page(&web, &visit, id, None).await
}

/// The page of a task; after a form that was refused, with what was typed and why not.
pub(super) async fn page(
    web: &Web,
    visit: &Visit,
    id: TaskId,
    attempt: Option<&Attempt>,
) -> Result<Response, Problem> {
    let as_at = visit.as_at(web);
    let task = web.app.task(id, as_at).await?;
    let entries = web.app.history(StreamId { noun: Noun::Task, id: id.0 }, as_at).await?;
    let words = visit.words;
    let title = words.with("task-title", &[("statement", &shortened(&task.statement, TITLE_CHARACTERS))]);
    let title = if attempt.is_some() { words.with("title-error", &[("title", &title)]) } else { title };
    let page = visit.page(web, title, "/tasks");
    let forms = forms(web, visit, &page, &task, attempt);
    let organisations = if forms.assign.is_some() { organisations(web, visit).await? } else { Vec::new() };
    let percent = |percent: u8| words.with("number-percent", &[("number", &percent.to_string())]);
    let report = task.report.as_ref().map(|report| ReportView {
        mark: Mark::progress(words, Some(report.progress)),
        percent: report.percent.map(percent),
        percent_value: report.percent,
        text: report.text.clone(),
        at: words.moment(report.at, &visit.zone),
    });
    let view = ShowView {
        action: format!("/tasks/{id}"),
        trouble: attempt.map(|attempt| attempt.trouble.clone()),
        standing: Mark::standing(words, standing(task.deadline, task.completed_on, visit.day_shown(web))),
        withdrawn: task.withdrawn,
        bodies: bodies(web, visit, &task).await?,
        deadline: words.deadline_or_none(task.deadline),
        last_day: due(words, task.deadline),
        extended: (task.extensions > 0).then(|| words.count("task-extensions", u64::from(task.extensions))),
        completed: task.completed_on.map(|day| words.date(day)),
        classification: words.label("classification", task.classification.code()),
        report,
        chain: chain(web, visit, task.origin.as_ref()).await,
        wordings: wordings(web, visit, &task.wordings).await,
        forms,
        organisations,
        history: history::rows(visit, &entries),
        statement: task.statement,
        page,
    };
    html(if attempt.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &view)
}

/// The bodies of one part, with the commands under which one of them is made known.
struct BodiesRow {
    name: String,
    bodies: Vec<Body>,
    none: String,
    commands: [String; 2],
}

/// Who has to do it and who helps, as they are understood in the document that the task rests on.
async fn bodies(web: &Web, visit: &Visit, task: &Task) -> Result<Vec<BodiesRow>, Problem> {
    let words = visit.words;
    let directory = web.app.directory_behind(task.origin.as_ref()).await?;
    let may_found = !task.withdrawn && visit.may(Act::KeepOrganisations) && visit.may(Act::Assign);
    let bodies = Bodies { directory: &directory, source: "", may_found };
    let row = |name: &str, parties: &[Party], none: &str| BodiesRow {
        name: words.field(name),
        bodies: parties.iter().map(|party| bodies.party(words, party)).collect(),
        none: words.t(none),
        commands: [(); 2].map(|()| new_command().to_string()),
    };
    Ok(vec![row("lead", &task.lead, "task-unassigned"), row("coordinating", &task.coordinating, "none")])
}

fn names(parties: &[Party]) -> Vec<String> {
    parties.iter().map(|party| party.printed.clone()).collect()
}

async fn organisations(web: &Web, visit: &Visit) -> Result<Vec<String>, Problem> {
    let rows = web.app.organisations().await?;
    Ok(rows.iter().filter(|row| row.ended_on.is_none()).map(|row| visit.words.name(&row.names)).collect())
}

fn forms(web: &Web, visit: &Visit, page: &Page, task: &Task, attempt: Option<&Attempt>) -> Forms {
    let parties = task.parties();
    let may = |act: Act| {
        visit.day.is_none() && visit.by.as_ref().is_some_and(|by| permitted(&by.actor, act, &parties))
    };
    let open = !task.withdrawn && task.completed_on.is_none();
    let version = task.version;
    let reason = |what: &'static str| ReasonForm::new(page, what, version, attempt);
    let mut forms = Forms {
        any: false,
        report: (open && may(Act::Report)).then(|| report_form(page, task, attempt)),
        complete: (open && may(Act::Complete)).then(|| complete_form(web, page, task, attempt)),
        assign: (open && may(Act::Assign)).then(|| assign_form(page, task, attempt)),
        deadline: (open && may(Act::Assign)).then(|| deadline_form(page, task, attempt)),
        extend: (open && task.deadline.is_some() && may(Act::Extend))
            .then(|| extend_form(page, task, attempt)),
        correct: (open && may(Act::Review)).then(|| correct_form(page, task, attempt)),
        reopen: (!task.withdrawn && task.completed_on.is_some() && may(Act::Complete))
            .then(|| reason("reopen")),
        removal: Removal::new(visit, page, (version, task.withdrawn), attempt),
    };
    forms.any = any(&forms);
    forms
}

fn any(forms: &Forms) -> bool {
    [
        forms.report.is_some(),
        forms.complete.is_some(),
        forms.assign.is_some(),
        forms.deadline.is_some(),
        forms.extend.is_some(),
        forms.correct.is_some(),
        forms.reopen.is_some(),
        forms.removal.is_some(),
    ]
    .contains(&true)
}

fn report_form(page: &Page, task: &Task, attempt: Option<&Attempt>) -> ReportForm {
    let typed = Attempt::of(attempt, "report");
    let last = task.report.as_ref();
    let progress = text_of(typed, "progress", last.map_or("", |report| report.progress.code()));
    let percent = last.and_then(|report| report.percent).map(|percent| percent.to_string());
    ReportForm {
        frame: Frame::new(page, "report", task.version, attempt),
        progress: choices(page.words, "progress", &Progress::ALL.map(Progress::code), &progress),
        percent: text_of(typed, "percent", &percent.unwrap_or_default()),
        text: text_of(typed, "text", ""),
    }
}

fn complete_form(web: &Web, page: &Page, task: &Task, attempt: Option<&Attempt>) -> CompleteForm {
    let typed = Attempt::of(attempt, "complete");
    CompleteForm {
        frame: Frame::new(page, "complete", task.version, attempt),
        on: text_of(typed, "on", &web.app.today().to_string()),
        note: text_of(typed, "note", ""),
    }
}

fn assign_form(page: &Page, task: &Task, attempt: Option<&Attempt>) -> AssignForm {
    let typed = Attempt::of(attempt, "assign");
    let bodies = |name: &str, now: &[Party]| {
        let mut bodies = typed.map_or_else(|| names(now), |typed| typed.names(name));
        bodies.resize(bodies.len() + SPARE_BODIES, String::new());
        bodies
    };
    AssignForm {
        frame: Frame::new(page, "assign", task.version, attempt),
        lead: bodies("lead", &task.lead),
        coordinating: bodies("coordinating", &task.coordinating),
    }
}

fn deadline_form(page: &Page, task: &Task, attempt: Option<&Attempt>) -> DeadlineForm {
    let now = task.deadline.map(|deadline| deadline.to_string()).unwrap_or_default();
    DeadlineForm {
        frame: Frame::new(page, "deadline", task.version, attempt),
        deadline: text_of(Attempt::of(attempt, "deadline"), "deadline", &now),
    }
}

fn extend_form(page: &Page, task: &Task, attempt: Option<&Attempt>) -> ExtendForm {
    let typed = Attempt::of(attempt, "extend");
    ExtendForm {
        frame: Frame::new(page, "extend", task.version, attempt),
        deadline: text_of(typed, "deadline", ""),
        reason: text_of(typed, "reason", ""),
    }
}

fn correct_form(page: &Page, task: &Task, attempt: Option<&Attempt>) -> CorrectForm {
    CorrectForm {
        frame: Frame::new(page, "correct", task.version, attempt),
        statement: text_of(Attempt::of(attempt, "correct"), "statement", &task.statement),
    }
}
