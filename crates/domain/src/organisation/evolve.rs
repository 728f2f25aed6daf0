//! How the events of an organisation add up.

use super::{End, Event, State};
use crate::stamp::stamp;
use crate::{OrganisationId, Recorded};
use jiff::civil::Date;

/// The state after one more event.
pub fn evolve(state: &mut State, event: &Event, at: &Recorded) {
    stamp!(state, at);
    match event {
        Event::Founded { slug, level, names, on, from, source } => {
            state.slug.clone_from(slug);
            state.level.clone_from(level);
            state.names.clone_from(names);
            state.founded_on = *on;
            state.from.clone_from(from);
            state.source.clone_from(source);
        }
        Event::Renamed { names, on } => {
            let former = std::mem::replace(&mut state.names, names.clone());
            state.former_names.push((former, on.yesterday().unwrap_or(*on)));
        }
        Event::NamesCorrected { names } => state.names.clone_from(names),
        Event::Merged { into, on, basis } => state.end = Some(end(*on, std::slice::from_ref(into), basis)),
        Event::Split { into, on, basis } => state.end = Some(end(*on, into, basis)),
        Event::Withdrawn { reason: _ } => state.withdrawn = true,
        Event::Restored => state.withdrawn = false,
    }
}

fn end(on: Date, successors: &[OrganisationId], basis: &str) -> End {
    End { on, successors: successors.to_vec(), basis: basis.to_owned() }
}
