//! The rules of targets.

use super::{Command, Definition, Event, State, StatusRecord};
use crate::rules::{allowed, begun, ensure, filled, has_come, in_programme, measured, optional, storable};
use crate::wording;
use crate::{Act, Context, Refusal};

/// What happens when `command` is asked of a target.
///
/// # Errors
/// Refuses what the actor may not do, what does not fit what is so, and what says nothing.
pub fn decide(state: &State, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    allowed(context, act(&command), &[])?;
    begun(state.version, matches!(command, Command::Set { .. }))?;
    in_programme(state.withdrawn, matches!(command, Command::Restore))?;
    let event = match command {
        Command::Set { definition, origin, source, classification } => {
            storable(classification)?;
            let definition = tidied(definition)?;
            Event::Set { definition, origin, source: optional(source), classification }
        }
        Command::Correct(definition) => {
            let definition = tidied(definition)?;
            ensure(definition != state.definition, Refusal::NoChange)?;
            Event::DefinitionCorrected { definition }
        }
        Command::RecordStatus { status, on, source } => {
            has_come(on, context)?;
            let record = StatusRecord { status, on, source: filled("source", &source)? };
            ensure(!state.statuses.contains(&record), Refusal::NoChange)?;
            Event::StatusRecorded { status, on, source: record.source }
        }
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

/// What the actor must be permitted to do. A target is set when a finding is accepted.
fn act(command: &Command) -> Act {
    match command {
        Command::Set { .. } | Command::Correct(_) | Command::AddWording(_) | Command::RemoveWording(_) => {
            Act::Review
        }
        Command::RecordStatus { .. } => Act::RecordStatus,
        Command::Withdraw { .. } | Command::Restore => Act::Withdraw,
    }
}

/// A target measures something; how much may be unknown.
fn tidied(definition: Definition) -> Result<Definition, Refusal> {
    measured(&definition.value)?;
    Ok(Definition { indicator: filled("indicator", &definition.indicator)?, ..definition })
}
