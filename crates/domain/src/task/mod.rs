//! A commitment to do something (nhiệm vụ): who does it, until when, and how it stands.

mod command;
mod decide;
mod event;
mod evolve;
mod standing;
mod state;
#[cfg(test)]
mod tests;

pub use command::Command;
pub use decide::decide;
pub use event::{Event, Progress};
pub use evolve::evolve;
pub use standing::{Standing, standing};
pub use state::{Report, State};
