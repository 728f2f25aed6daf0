//! How the events of a project add up.

use super::{Event, StageRecord, State};
use crate::Recorded;
use crate::stamp::stamp;
use crate::wording;

/// The state after one more event.
pub fn evolve(state: &mut State, event: &Event, at: &Recorded) {
    stamp!(state, at);
    match event {
        Event::Listed { description, origin, source, classification } => {
            state.description.clone_from(description);
            state.origin.clone_from(origin);
            state.source.clone_from(source);
            state.classification = *classification;
        }
        Event::DescriptionCorrected { description } => state.description.clone_from(description),
        Event::StageRecorded { stage, on, source } => {
            let later = state.stages.partition_point(|known| known.on <= *on);
            let record = StageRecord { stage: *stage, on: *on, source: source.clone() };
            state.stages.insert(later, record);
        }
        Event::WordingAdded { origin } => state.wordings.push(origin.clone()),
        Event::WordingRemoved { finding } => {
            wording::take_out(&mut state.origin, &mut state.wordings, *finding);
        }
        Event::Withdrawn { reason: _ } => state.withdrawn = true,
        Event::Restored => state.withdrawn = false,
    }
}
