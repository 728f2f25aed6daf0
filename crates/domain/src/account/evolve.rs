//! How the events of an account add up.

use super::{Event, State};
use crate::Recorded;
use crate::stamp::stamp;

/// The state after one more event.
pub fn evolve(state: &mut State, event: &Event, at: &Recorded) {
    stamp!(state, at);
    match event {
        Event::Opened { role, organisation } | Event::RoleChanged { role, organisation } => {
            state.role = Some(*role);
            state.organisation = *organisation;
        }
        Event::Closed => state.closed = true,
        Event::Reopened => state.closed = false,
    }
}
