//! The rules of requests.

use super::{Answer, Command, Event, State};
use crate::rules::{allowed, begun, ensure, filled, has_come, in_programme, storable};
use crate::wording;
use crate::{Act, Context, Party, Refusal};

/// What happens when `command` is asked of the ledger.
///
/// # Errors
/// Refuses what the actor may not do, what does not fit what is so, and what says nothing.
pub fn decide(state: &State, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    allowed(context, act(&command), &[])?;
    begun(state.version, matches!(command, Command::Make { .. }))?;
    in_programme(state.withdrawn, matches!(command, Command::Restore))?;
    let event = match command {
        Command::Make { statement, from, to, deadline, origin, classification } => {
            storable(classification)?;
            let statement = filled("statement", &statement)?;
            let (from, to) = (from.and_then(Party::tidied), to.and_then(Party::tidied));
            Event::Made { statement, from, to, deadline, origin, classification }
        }
        Command::Forward { to, on } => {
            has_come(on, context)?;
            let to = to.tidied().ok_or(Refusal::Empty { field: "to" })?;
            let forwarded = (to, on);
            ensure(!state.forwarded.contains(&forwarded), Refusal::NoChange)?;
            Event::Forwarded { to: forwarded.0, on }
        }
        Command::Answer { on, text } => {
            has_come(on, context)?;
            let answer = Answer { on, text: filled("text", &text)? };
            ensure(state.answer.as_ref() != Some(&answer), Refusal::NoChange)?;
            Event::Answered { on, text: answer.text }
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

/// What the actor must be permitted to do. A request is entered when a finding is accepted.
fn act(command: &Command) -> Act {
    match command {
        Command::Make { .. } | Command::AddWording(_) | Command::RemoveWording(_) => Act::Review,
        Command::Forward { .. } | Command::Answer { .. } => Act::RecordStatus,
        Command::Withdraw { .. } | Command::Restore => Act::Withdraw,
    }
}
