//! The rules of the programme, and nothing else: commands are decided into events, events
//! evolve state. Nothing here knows a clock, a disk or a network; ids and days come in with
//! the command.
//!
//! One folder per noun, each with the same rooms: `command` (what a person asks), `event`
//! (what was decided), `state` (what is so), `decide` (the rules), `evolve` (how events add
//! up; total and silent), `tests`. What all rooms share: `permission` (who may do what), `rules`
//! (what several nouns demand), `refusal` (why not), `stamp` (what every event does).

pub mod account;
pub mod instrument;
pub mod organisation;
pub mod project;
pub mod recommendation;
pub mod target;
pub mod task;

mod authority;
mod classification;
mod codes;
mod deadline;
mod event;
mod ids;
mod language;
mod origin;
mod party;
mod permission;
mod refusal;
mod rules;
mod stamp;
#[cfg(test)]
mod testing;
mod wording;

pub use authority::{Actor, Authority, Context};
pub use classification::Classification;
pub use deadline::{Deadline, DeadlineError, Period, Recurrence};
pub use event::{Event, Noun, Recorded, State, StreamId};
pub use ids::{
    AccountId, CommandId, FindingId, InstrumentId, OrganisationId, ProjectId, RecommendationId, TargetId,
    TaskId, VersionId,
};
pub use language::Language;
pub use origin::{Commitment, Origin};
pub use party::Party;
pub use permission::{Act, Role, Scope, permitted, scope};
pub use refusal::Refusal;
