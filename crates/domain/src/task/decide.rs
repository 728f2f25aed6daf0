//! The rules of tasks.

use super::{Command, Event, Progress, State};
use crate::rules::{allowed, begun, ensure, filled, has_come, in_programme, storable};
use crate::wording;
use crate::{Act, Context, Deadline, Party, Refusal};
use jiff::civil::Date;

/// What happens when `command` is asked of a task.
///
/// # Errors
/// Refuses what the actor may not do, what does not fit what is so, and what says nothing.
pub fn decide(state: &State, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    allowed(context, act(&command), &state.parties())?;
    begun(state.version, matches!(command, Command::Create { .. }))?;
    in_programme(state.withdrawn, matches!(command, Command::Restore))?;
    let event = match command {
        Command::Create { statement, origin, lead, coordinating, deadline, classification } => {
            storable(classification)?;
            let statement = filled("statement", &statement)?;
            let (lead, coordinating) = bodies(lead, coordinating);
            Event::Created { statement, origin, lead, coordinating, deadline, classification }
        }
        Command::Assign { lead, coordinating } => assign(state, lead, coordinating)?,
        Command::SetDeadline(deadline) => {
            ensure(deadline != state.deadline, Refusal::NoChange)?;
            Event::DeadlineSet { deadline }
        }
        Command::Extend { deadline, reason } => extend(state, deadline, &reason)?,
        Command::Report { progress, percent, text } => report(state, progress, percent, &text)?,
        Command::Complete { on, note } => complete(state, on, &note, context)?,
        Command::Reopen { reason } => {
            ensure(state.completed_on.is_some(), Refusal::Open)?;
            Event::Reopened { reason: filled("reason", &reason)? }
        }
        Command::Correct { statement } => correct(state, &statement)?,
        Command::AddWording(origin) => {
            wording::is_new(state.origin.as_ref(), &state.wordings, &origin)?;
            Event::WordingAdded { origin }
        }
        Command::RemoveWording(finding) => {
            wording::may_go(state.origin.as_ref(), &state.wordings, finding)?;
            Event::WordingRemoved { finding }
        }
        Command::Withdraw { reason } => Event::Withdrawn { reason: filled("reason", &reason)? },
        Command::Restore => Event::Restored,
    };
    Ok(vec![event])
}

/// What the actor must be permitted to do. A task is created when a finding is accepted.
fn act(command: &Command) -> Act {
    match command {
        Command::Create { .. } | Command::AddWording(_) | Command::RemoveWording(_) => Act::Review,
        Command::Assign { .. } | Command::SetDeadline(_) | Command::Correct { .. } => Act::Assign,
        Command::Extend { .. } => Act::Extend,
        Command::Report { .. } => Act::Report,
        Command::Complete { .. } | Command::Reopen { .. } => Act::Complete,
        Command::Withdraw { .. } | Command::Restore => Act::Withdraw,
    }
}

fn assign(state: &State, lead: Vec<Party>, coordinating: Vec<Party>) -> Result<Event, Refusal> {
    let (lead, coordinating) = bodies(lead, coordinating);
    ensure(!lead.is_empty(), Refusal::Empty { field: "lead" })?;
    let changes = (&lead, &coordinating) != (&state.lead, &state.coordinating);
    ensure(changes, Refusal::NoChange)?;
    Ok(Event::Assigned { lead, coordinating })
}

/// Every body once, and one that leads does not help as well.
fn bodies(lead: Vec<Party>, coordinating: Vec<Party>) -> (Vec<Party>, Vec<Party>) {
    let lead = each_once(lead);
    let mut coordinating = each_once(coordinating);
    coordinating.retain(|party| !lead.iter().any(|leading| leading.is_same_body(party)));
    (lead, coordinating)
}

fn each_once(parties: Vec<Party>) -> Vec<Party> {
    let mut once: Vec<Party> = Vec::new();
    for party in parties.into_iter().filter_map(Party::tidied) {
        if !once.iter().any(|earlier| earlier.is_same_body(&party)) {
            once.push(party);
        }
    }
    once
}

/// Only a last day can be made later: where there is none, a deadline is set, not extended.
fn extend(state: &State, deadline: Deadline, reason: &str) -> Result<Event, Refusal> {
    ensure(state.completed_on.is_none(), Refusal::Closed)?;
    let reason = filled("reason", reason)?;
    let present = state.deadline.and_then(Deadline::due).ok_or(Refusal::Empty { field: "deadline" })?;
    let later = deadline.due().is_some_and(|due| due > present);
    ensure(later, Refusal::NotLater { present })?;
    Ok(Event::Extended { deadline, reason })
}

/// A report says something: a text, a percentage, or that it goes otherwise than before.
fn report(state: &State, progress: Progress, percent: Option<u8>, text: &str) -> Result<Event, Refusal> {
    ensure(state.completed_on.is_none(), Refusal::Closed)?;
    let in_range = percent.is_none_or(|percent| percent <= 100);
    ensure(in_range, Refusal::OutOfRange { field: "percent", low: 0, high: 100 })?;
    let text = text.trim().to_owned();
    let before = state.report.as_ref().map(|report| report.progress);
    let says_something = !text.is_empty() || percent.is_some() || before != Some(progress);
    ensure(says_something, Refusal::Empty { field: "text" })?;
    Ok(Event::Reported { progress, percent, text })
}

fn complete(state: &State, on: Date, note: &str, context: &Context) -> Result<Event, Refusal> {
    ensure(state.completed_on.is_none(), Refusal::Closed)?;
    has_come(on, context)?;
    Ok(Event::Completed { on, note: note.trim().to_owned() })
}

fn correct(state: &State, statement: &str) -> Result<Event, Refusal> {
    let statement = filled("statement", statement)?;
    ensure(statement != state.statement, Refusal::NoChange)?;
    Ok(Event::StatementCorrected { statement })
}
