//! The forms of a task, sent.

use super::show;
use crate::Web;
use crate::change::{Attempt, Now, Outcome, done, field_trouble, outcome, stale};
use crate::components::Trouble;
use crate::fields::{Fields, Id, Posted};
use crate::history::shortened;
use crate::pages::bodies::source;
use crate::problem::Problem;
use crate::visit::{SignedIn, Visit};
use crate::words::{Words, read_deadline};
use axum::extract::State;
use axum::response::Response;
use haidang_app::{AppError, Change, Session};
use haidang_domain::task::{Command, Progress, State as Task};
use haidang_domain::{Deadline, Language, Party, Refusal, TaskId};

/// Most characters of the words of a task that stand as a source.
const SOURCE_CHARACTERS: usize = 120;

/// Changes a task as a form asks, and goes back to its page.
pub(crate) async fn change(
    State(web): State<Web>,
    SignedIn { visit, by }: SignedIn,
    Id(id): Id<TaskId>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let what = fields.get("what").to_owned();
    if what == "found" {
        found(&web, &visit, &by, id, &fields).await?;
        return done(&visit, "notice-organisation-founded", &format!("/tasks/{id}")).await;
    }
    let made = match command(&web, visit.words, (id, &what), &fields).await? {
        Ok(command) => {
            let answer = web.app.change_task(&by, id, crate::change::change(&fields, command)).await;
            outcome(visit.words, &what, answer)?
        }
        Err(trouble) => Outcome::Trouble(trouble),
    };
    match made {
        Outcome::Done => done(&visit, notice(&what), &format!("/tasks/{id}")).await,
        Outcome::Trouble(trouble) => {
            show::page(&web, &visit, id, Some(&Attempt::new(&fields, trouble))).await
        }
        Outcome::Stale => too_late(&web, &visit, id, &what, &fields).await,
    }
}

/// Makes a body known that the task names: puts it on record where it is on none, and understands the names
/// of the task anew.
async fn found(web: &Web, visit: &Visit, by: &Session, id: TaskId, fields: &Fields) -> Result<(), Problem> {
    let now = web.app.as_at(None);
    let task = web.app.task(id, now).await?;
    let (source, language) = match &task.origin {
        Some(origin) => {
            let instrument = web.app.instrument(origin.instrument, now).await?;
            let version = instrument.version_of(origin.version);
            (source(visit.words, &instrument), version.map_or(Language::Vi, |version| version.language))
        }
        None => (shortened(&task.statement, SOURCE_CHARACTERS), Language::Vi),
    };
    let name = fields.get("name");
    match web.app.found_organisation(by, name, language, &source, fields.command()).await {
        Ok(_) | Err(AppError::Refused(Refusal::Exists)) => {}
        Err(error) => return Err(error.into()),
    }
    let printed = |parties: &[Party]| parties.iter().map(|party| party.printed.clone()).collect::<Vec<_>>();
    let lead = web.app.resolve_parties_of(&task, &printed(&task.lead)).await?;
    let coordinating = web.app.resolve_parties_of(&task, &printed(&task.coordinating)).await?;
    let change = Change {
        command: fields.parse("command_assign").unwrap_or_else(crate::fields::new_command),
        expected_version: Some(task.version),
        authority: None,
        effective_on: None,
        what: Command::Assign { lead, coordinating },
    };
    match web.app.change_task(by, id, change).await {
        Ok(_) | Err(AppError::Refused(Refusal::NoChange)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// The key of what to say when the form was obeyed.
fn notice(what: &str) -> &'static str {
    match what {
        "report" => "notice-task-reported",
        "complete" => "notice-task-completed",
        "assign" => "notice-task-assigned",
        "deadline" => "notice-task-deadline",
        "extend" => "notice-task-extended",
        "correct" => "notice-task-corrected",
        "reopen" => "notice-task-reopened",
        "withdraw" => "notice-withdrawn",
        _ => "notice-restored",
    }
}

/// The command that a form stands for, or the trouble with it.
async fn command(
    web: &Web,
    words: Words,
    (id, what): (TaskId, &str),
    fields: &Fields,
) -> Result<Result<Command, Trouble>, Problem> {
    let text = |name: &str| fields.get(name).to_owned();
    let command = match what {
        "report" => report(words, fields),
        "complete" => match fields.date("on") {
            Some(on) => Ok(Command::Complete { on, note: text("note") }),
            None => Err(field_trouble(words, what, "on", "trouble-day")),
        },
        "assign" => {
            let task = web.app.task(id, web.app.as_at(None)).await?;
            let lead = web.app.resolve_parties_of(&task, &fields.names("lead")).await?;
            let coordinating = web.app.resolve_parties_of(&task, &fields.names("coordinating")).await?;
            Ok(Command::Assign { lead, coordinating })
        }
        "deadline" => deadline(words, what, fields).map(Command::SetDeadline),
        "extend" => match deadline(words, what, fields) {
            Ok(Some(deadline)) => Ok(Command::Extend { deadline, reason: text("reason") }),
            Ok(None) => Err(field_trouble(words, what, "deadline", "trouble-deadline")),
            Err(trouble) => Err(trouble),
        },
        "correct" => Ok(Command::Correct { statement: text("statement") }),
        "reopen" => Ok(Command::Reopen { reason: text("reason") }),
        "withdraw" => Ok(Command::Withdraw { reason: text("reason") }),
        "restore" => Ok(Command::Restore),
        _ => return Err(Problem::Malformed),
    };
    Ok(command)
}

fn report(words: Words, fields: &Fields) -> Result<Command, Trouble> {
    let Some(progress) = Progress::from_code(fields.get("progress")) else {
        return Err(field_trouble(words, "report", "progress", "trouble-progress"));
    };
    let percent = match fields.some("percent") {
        None => None,
        Some(typed) => match typed.trim_end_matches('%').trim_end().parse() {
            Ok(percent) => Some(percent),
            Err(_) => return Err(field_trouble(words, "report", "percent", "trouble-percent")),
        },
    };
    Ok(Command::Report { progress, percent, text: fields.get("text").to_owned() })
}

fn deadline(words: Words, what: &str, fields: &Fields) -> Result<Option<Deadline>, Trouble> {
    match fields.some("deadline") {
        None => Ok(None),
        Some(typed) => match read_deadline(typed) {
            Some(deadline) => Ok(Some(deadline)),
            None => Err(field_trouble(words, what, "deadline", "trouble-deadline")),
        },
    }
}

/// The page for a form whose task was changed in the meantime.
async fn too_late(
    web: &Web,
    visit: &Visit,
    id: TaskId,
    what: &str,
    fields: &Fields,
) -> Result<Response, Problem> {
    let task = web.app.task(id, web.app.as_at(None)).await?;
    let action = format!("/tasks/{id}");
    let now = Now { action: &action, version: task.version, fields: is_now(visit.words, what, &task) };
    stale(web, visit, fields, now)
}

/// The fields of a form, and what is so about each.
fn is_now(words: Words, what: &str, task: &Task) -> Vec<(&'static str, String)> {
    let report = task.report.as_ref();
    let deadline = words.deadline_or_none(task.deadline);
    match what {
        "report" => vec![
            (
                "progress",
                report.map(|report| words.label("progress", report.progress.code())).unwrap_or_default(),
            ),
            (
                "percent",
                report
                    .and_then(|report| report.percent)
                    .map(|percent| percent.to_string())
                    .unwrap_or_default(),
            ),
            ("text", report.map(|report| report.text.clone()).unwrap_or_default()),
        ],
        "complete" => vec![
            ("on", task.completed_on.map(|day| words.date(day)).unwrap_or_default()),
            ("note", String::new()),
        ],
        "assign" => {
            vec![("lead", Words::parties(&task.lead)), ("coordinating", Words::parties(&task.coordinating))]
        }
        "deadline" => vec![("deadline", deadline)],
        "extend" => vec![("deadline", deadline), ("reason", String::new())],
        "correct" => vec![("statement", task.statement.clone())],
        "reopen" | "withdraw" => vec![("reason", String::new())],
        _ => Vec::new(),
    }
}
