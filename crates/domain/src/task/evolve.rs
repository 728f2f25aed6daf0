//! How the events of a task add up.

use super::{Event, Report, State};
use crate::Recorded;
use crate::stamp::stamp;
use crate::wording;

/// The state after one more event.
pub fn evolve(state: &mut State, event: &Event, at: &Recorded) {
    stamp!(state, at);
    match event {
        Event::Created { statement, origin, lead, coordinating, deadline, classification } => {
            state.statement.clone_from(statement);
            state.origin.clone_from(origin);
            state.lead.clone_from(lead);
            state.coordinating.clone_from(coordinating);
            state.deadline = *deadline;
            state.classification = *classification;
        }
        Event::Assigned { lead, coordinating } => {
            state.lead.clone_from(lead);
            state.coordinating.clone_from(coordinating);
        }
        Event::DeadlineSet { deadline } => state.deadline = *deadline,
        Event::Extended { deadline, reason: _ } => {
            state.deadline = Some(*deadline);
            state.extensions = state.extensions.saturating_add(1);
        }
        Event::Reported { progress, percent, text } => {
            let (progress, percent, text) = (*progress, *percent, text.clone());
            state.report = Some(Report { progress, percent, text, at: at.recorded_at });
        }
        Event::Completed { on, note: _ } => state.completed_on = Some(*on),
        Event::Reopened { reason: _ } => state.completed_on = None,
        Event::StatementCorrected { statement } => state.statement.clone_from(statement),
        Event::WordingAdded { origin } => state.wordings.push(origin.clone()),
        Event::WordingRemoved { finding } => {
            wording::take_out(&mut state.origin, &mut state.wordings, *finding);
        }
        Event::Withdrawn { reason: _ } => state.withdrawn = true,
        Event::Restored => state.withdrawn = false,
    }
}
