//! How the events of a target add up.

use super::{Event, State, StatusRecord};
use crate::Recorded;
use crate::stamp::stamp;
use crate::wording;

/// The state after one more event.
pub fn evolve(state: &mut State, event: &Event, at: &Recorded) {
    stamp!(state, at);
    match event {
        Event::Set { definition, origin, source, classification } => {
            state.definition.clone_from(definition);
            state.origin.clone_from(origin);
            state.source.clone_from(source);
            state.classification = *classification;
        }
        Event::DefinitionCorrected { definition } => state.definition.clone_from(definition),
        Event::StatusRecorded { status, on, source } => {
            let later = state.statuses.partition_point(|known| known.on <= *on);
            let record = StatusRecord { status: *status, on: *on, source: source.clone() };
            state.statuses.insert(later, record);
        }
        Event::WordingAdded { origin } => state.wordings.push(origin.clone()),
        Event::WordingRemoved { finding } => {
            wording::take_out(&mut state.origin, &mut state.wordings, *finding);
        }
        Event::Withdrawn { reason: _ } => state.withdrawn = true,
        Event::Restored => state.withdrawn = false,
    }
}
