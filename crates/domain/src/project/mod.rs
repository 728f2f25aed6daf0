//! A named work or investment (dự án) and the stage that it has reached.

mod command;
mod decide;
mod event;
mod evolve;
mod state;
#[cfg(test)]
mod tests;

pub use command::Command;
pub use decide::decide;
pub use event::{Description, Event, ProjectKind, Stage};
pub use evolve::evolve;
pub use state::{StageRecord, State};
