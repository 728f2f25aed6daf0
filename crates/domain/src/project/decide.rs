//! The rules of projects.

use super::{Command, Description, Event, StageRecord, State};
use crate::rules::{allowed, begun, ensure, filled, has_come, in_programme, optional, storable, within};
use crate::wording;
use crate::{Act, Context, Refusal};

/// What happens when `command` is asked of a project.
///
/// # Errors
/// Refuses what the actor may not do, what does not fit what is so, and what says nothing.
pub fn decide(state: &State, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    allowed(context, act(&command), &[])?;
    begun(state.version, matches!(command, Command::List { .. }))?;
    in_programme(state.withdrawn, matches!(command, Command::Restore))?;
    let event = match command {
        Command::List { description, origin, source, classification } => {
            storable(classification)?;
            let description = tidied(description)?;
            Event::Listed { description, origin, source: optional(source), classification }
        }
        Command::Correct(description) => {
            let description = tidied(description)?;
            ensure(description != state.description, Refusal::NoChange)?;
            Event::DescriptionCorrected { description }
        }
        Command::RecordStage { stage, on, source } => {
            has_come(on, context)?;
            let record = StageRecord { stage, on, source: filled("source", &source)? };
            ensure(!state.stages.contains(&record), Refusal::NoChange)?;
            Event::StageRecorded { stage, on, source: record.source }
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

/// What the actor must be permitted to do. A project is listed when a finding is accepted.
fn act(command: &Command) -> Act {
    match command {
        Command::List { .. } | Command::Correct(_) | Command::AddWording(_) | Command::RemoveWording(_) => {
            Act::Review
        }
        Command::RecordStage { .. } => Act::RecordStatus,
        Command::Withdraw { .. } | Command::Restore => Act::Withdraw,
    }
}

/// A project has a name, and if it lies somewhere, it lies on the Earth.
fn tidied(description: Description) -> Result<Description, Refusal> {
    if let Some((latitude, longitude)) = description.location {
        within("latitude", latitude, -90, 90)?;
        within("longitude", longitude, -180, 180)?;
    }
    Ok(Description { name: filled("name", &description.name)?, ..description })
}
