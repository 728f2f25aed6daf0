//! How the events of a request add up.

use super::{Answer, Event, State};
use crate::Recorded;
use crate::stamp::stamp;
use crate::wording;

/// The state after one more event.
pub fn evolve(state: &mut State, event: &Event, at: &Recorded) {
    stamp!(state, at);
    match event {
        Event::Made { statement, from, to, deadline, origin, classification } => {
            state.statement.clone_from(statement);
            state.from.clone_from(from);
            state.to.clone_from(to);
            state.deadline = *deadline;
            state.origin.clone_from(origin);
            state.classification = *classification;
        }
        Event::Forwarded { to, on } => {
            let later = state.forwarded.partition_point(|(_, known)| known <= on);
            state.forwarded.insert(later, (to.clone(), *on));
        }
        Event::Answered { on, text } => state.answer = Some(Answer { on: *on, text: text.clone() }),
        Event::WordingAdded { origin } => state.wordings.push(origin.clone()),
        Event::WordingRemoved { finding } => {
            wording::take_out(&mut state.origin, &mut state.wordings, *finding);
        }
        Event::Withdrawn { reason: _ } => state.withdrawn = true,
        Event::Restored => state.withdrawn = false,
    }
}
